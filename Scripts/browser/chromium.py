"""A headless Chromium that a script talks to (Chrome DevTools Protocol over two pipes)."""
import json, os, shutil, subprocess, tempfile, time


class Failure(Exception):
    """The browser is missing, ended, or refused what it was asked."""


def program():
    """Path of the browser: $CHROMIUM, else the first on the path; None where there is none."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


class Chromium:
    """One browser process, without network, with a profile of its own; ends with the `with` block."""

    def __init__(self, deadline=60):
        self.deadline, self.number, self.buffer, self.events = deadline, 0, b"", []

    def __enter__(self):
        path = program()
        if path is None:
            raise Failure("there is no chromium on the path")
        self.profile = tempfile.mkdtemp(prefix="assay-browser-")
        inward, self.writer = os.pipe()
        self.reader, outward = os.pipe()

        def as_three_and_four():
            # Copies above 4 first: the pipes themselves may be 3 and 4, in the other order.
            high = os.dup(inward), os.dup(outward)
            os.dup2(high[0], 3), os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [path, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--no-first-run", "--disable-extensions", "--disable-background-networking",
             "--disable-dev-shm-usage", "--font-render-hinting=none", "--force-color-profile=srgb",
             "--remote-debugging-pipe", f"--user-data-dir={self.profile}"],
            close_fds=False, preexec_fn=as_three_and_four,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(inward), os.close(outward)
        os.set_blocking(self.reader, False)
        return self

    def __exit__(self, *_):
        os.close(self.writer), os.close(self.reader)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, session=None, **parameters):
        """The result of a method; events that come meanwhile are kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.writer, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise Failure(f"{method}: {answer['error'].get('message')}")
            else:
                return answer["result"]

    def wait_for(self, method, session):
        """Waits until an event of the session has come, and returns it."""
        while True:
            for event in self.events:
                if event.get("method") == method and event.get("sessionId") == session:
                    return event
            self.events.append(self._message())

    def _message(self):
        end = time.monotonic() + self.deadline
        while b"\0" not in self.buffer:
            if self.process.poll() is not None:
                raise Failure(f"chromium ended with status {self.process.returncode}")
            if time.monotonic() > end:
                raise Failure(f"chromium said nothing for {self.deadline} s")
            try:
                self.buffer += os.read(self.reader, 1 << 20)
            except BlockingIOError:
                time.sleep(0.005)
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)
