"""Whole processes, timed: what the benchmarks share."""
import importlib.util, os, subprocess, time


def measure(command):
    """Wall and CPU seconds and peak MB of one process, and what it wrote to standard error."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(error[-400:])
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, error


def best(command, runs):
    """The run with the least wall time: the others were disturbed more."""
    return min((measure(command) for _ in range(runs)), key=lambda run: run[0])


def available(module):
    return importlib.util.find_spec(module) is not None
