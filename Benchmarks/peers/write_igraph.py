"""Reads nodes.csv and edges.csv into python-igraph, with the columns that Relata writes, and times its own GraphML writer.

    write_igraph.py NODES EDGES TARGET
"""
import csv
import json
import sys
import time

import igraph

csv.field_size_limit(sys.maxsize)
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    nodes = list(csv.DictReader(file))
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    ties = list(csv.DictReader(file))
place = {node["Id"]: number for number, node in enumerate(nodes)}
graph = igraph.Graph(n=len(nodes), edges=[(place[tie["Source"]], place[tie["Target"]]) for tie in ties])
for column in nodes[0]:
    graph.vs[column] = [node[column] for node in nodes]
numeric = {"Weight", "count", "repeats", "documents", "sources", "npmi", "jaccard", "llr", "noise_corrected"}
for column in ties[0]:
    if column not in ("Source", "Target"):
        graph.es[column] = [float(tie[column] or "nan") if column in numeric else tie[column] for tie in ties]
start = time.process_time()
graph.write_graphml(sys.argv[3])
print(json.dumps({"write_s": time.process_time() - start}))
