# technique: tuples that have one hash, in sets and dictionaries, and sets that are arranged again at each step
# source: own: against the hashes of tuples being CPython's, whose primes everyone knows
# goal: a search, or an arrangement, that no limit ends
# impact: limit
# dos: cpu
# plain-cpython: dos (killed by the 5 s timeout)
prime = 2**61 - 1
few = {(k * prime, k * prime) for k in range(1, 400)}
nested = tuple([tuple([k * prime + j for j in range(16)]) for k in range(16)])
wide = {(nested[k % 16], k * prime) for k in range(480)}
for turn in range(100):
    few.add((turn, 0))
    wide.add((nested[0], turn))
    for _ in few | wide:
        break
    few.discard((turn, 0))
    wide.discard((nested[0], turn))
    list(few & wide), list(few - wide), list(few ^ wide), few.copy(), repr(few)
many = {(k * prime,): k for k in range(300_000)}
escaped(len({*many} | wide))
