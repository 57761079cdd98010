#!/usr/bin/env python3
"""Times exact and approximate nearest neighbours of `assay neighbours` beside its peers, in one run.

    Benchmarks/neighbours.py --assay .build/release/assay [--sizes 36800 100000] [--runs 3] > table.md

Makes float32 vectors of 512 numbers in 80 clusters of 24 dimensions (seed 0) and finds the 10 nearest others of
each by cosine. Every row is a whole process: it reads a .npy file and writes its neighbours (assay as CSV with
distances, the others as .npy). scikit-learn and faiss search for 11, as each row finds itself. Peers that this Python
cannot import are left out and named.

The rate is that of all pairs, 2 · n² · width operations, in a second of processor time; beside it stands what this
Python's sgemm reaches alone. assay multiplies every pair of rows once for both, and may come out above it.
"""
import argparse, importlib.util, os, subprocess, sys, tempfile, time

WIDTH, K = 512, 10

PEERS = {
    "scikit-learn brute, cosine": ("sklearn", """
from sklearn.neighbors import NearestNeighbors
found = NearestNeighbors(n_neighbors=11, algorithm='brute', metric='cosine', n_jobs=-1).fit(X).kneighbors(X)[1]
"""),
    "scikit-learn brute, euclidean": ("sklearn", """
from sklearn.neighbors import NearestNeighbors
X /= np.linalg.norm(X, axis=1, keepdims=True)
found = NearestNeighbors(n_neighbors=11, algorithm='brute', metric='euclidean', n_jobs=-1).fit(X).kneighbors(X)[1]
"""),
    "faiss-cpu IndexFlatIP": ("faiss", """
import faiss
faiss.normalize_L2(X)
index = faiss.IndexFlatIP(X.shape[1]); index.add(X)
found = index.search(X, 11)[1]
"""),
    "faiss-cpu IndexHNSWFlat(16)": ("faiss", """
import faiss
faiss.normalize_L2(X)
index = faiss.IndexHNSWFlat(X.shape[1], 16); index.hnsw.efConstruction = 200; index.hnsw.efSearch = 100
index.add(X)
found = index.search(X, 11)[1]
"""),
}

VECTORS = """
import sys, numpy as np
g = np.random.default_rng(0)
n, d = int(sys.argv[1]), int(sys.argv[2])
centres, mix = g.standard_normal((80, 24)), g.standard_normal((24, d))
X = (2 * centres[g.integers(0, 80, n)] + g.standard_normal((n, 24))) @ mix + 0.3 * g.standard_normal((n, d))
np.save(sys.argv[3], X.astype(np.float32))
"""

SGEMM = """
import numpy as np, time
a = np.random.default_rng(0).standard_normal((4096, 512)).astype(np.float32)
a @ a.T
best = 0
for _ in range(20):
    start = time.process_time(); a @ a.T; best = max(best, 2 * 4096 * 4096 * 512 / (time.process_time() - start))
print(best / 1e9)
"""


def measure(command, output):
    """Wall and CPU seconds and peak MB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(error.decode()[-400:])
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def neighbours(path):
    """The sets of neighbours of every row, itself left out."""
    import numpy as np
    if path.endswith(".npy"):
        return [set(row[row != i][:K].tolist()) for i, row in enumerate(np.load(path))]
    rows = np.loadtxt(path, delimiter=",", skiprows=1, usecols=2, dtype=np.int64).reshape(-1, K)
    return [set(row.tolist()) for row in rows]


def shared(found, exact):
    return sum(len(a & b) for a, b in zip(found, exact)) / (K * len(exact))


def run(name, command, output, size, runs, exact):
    best = None
    for _ in range(runs):
        with open(output if output.endswith(".csv") else os.devnull, "wb") as stream:
            one = measure(command, stream)
        best = one if best is None else tuple(map(min, best, one))
    found = neighbours(output)
    rate = 2 * size * size * WIDTH / best[1] / 1e9
    same = "–" if exact is None else f"{shared(found, exact):.5f}"
    print(f"| {size:,} | {name} | {best[0]:.1f} | {best[1]:.1f} | {best[2]:.0f} "
          f"({best[2] * 2**20 / (4 * size * WIDTH):.2f} ×) | {rate:.0f} | {same} |", flush=True)
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--assay", required=True)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[36800, 100000])
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    sgemm = subprocess.run([sys.executable, "-c", SGEMM], check=True, capture_output=True, text=True)
    print(f"sgemm: {float(sgemm.stdout):.0f} GFLOP in a second of processor time, "
          f"{os.cpu_count()} processors\n")
    print("| vectors | program | wall s | CPU s | peak MB (of the matrix) | GFLOP / CPU s | same as exact |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            vectors = f"{folder}/{size}.npy"
            subprocess.run([sys.executable, "-c", VECTORS, str(size), str(WIDTH), vectors], check=True)
            exact = None
            for method in ("exact", "approximate"):
                output = f"{folder}/{method}.csv"
                command = [options.assay, "neighbours", vectors, "--neighbours", str(K),
                           "--neighbour-search", method]
                found = run(f"assay, {method}", command, output, size, options.runs, exact)
                exact = exact or found
            for name, (module, code) in PEERS.items():
                if importlib.util.find_spec(module) is None:
                    print(f"{name}: left out, this Python has no {module}", file=sys.stderr)
                    continue
                output = f"{folder}/peer.npy"
                code = "import sys, numpy as np\nX = np.load(sys.argv[1])" + code + "np.save(sys.argv[2], found)\n"
                command = [sys.executable, "-c", code, vectors, output]
                run(name, command, output, size, options.runs, exact)


if __name__ == "__main__":
    main()
