"""The benchmark's network on SimPy: arguments are the file of the network and the number of trials."""
import math
import random
import sys
import time

try:
    import simpy
except ImportError:
    sys.exit(3)

HIT, SUCCESS, Z90 = 0.9, 0.7, 1.2815515655446004


def work(env, rng, element, last, drawn):
    if not last and rng.random() < HIT:
        _, median, p90, mean, _ = element
        yield env.timeout(rng.lognormvariate(math.log(median), math.log(p90 / median) / Z90))
        if rng.random() >= SUCCESS:
            yield env.timeout(rng.expovariate(1 / mean) if drawn else mean)


def recover(env, rng, elements, back, e, done, drawn):
    at_least, needs = elements[e][0], elements[e][4]
    if needs:
        missing = [back[n] for n in needs]
        if at_least == len(missing):
            yield simpy.AllOf(env, missing)
        else:
            yield simpy.Condition(env, lambda events, count: count >= at_least, missing)
    yield from work(env, rng, elements[e], e == len(elements) - 1, drawn)
    done[e] = env.now
    back[e].succeed()


def main(path, trials):
    elements = []
    with open(path, encoding="utf-8") as lines:
        drawn = next(lines).strip() == "drawn"
        for line in lines:
            parts = line.split()
            elements.append((int(parts[0]), *map(float, parts[1:4]), [int(n) for n in parts[4:]]))
    rng = random.Random(1)
    started = time.perf_counter()
    total = 0.0
    for _ in range(trials):
        env = simpy.Environment()
        back = [env.event() for _ in elements]
        done = [0.0] * len(elements)
        for e in range(len(elements)):
            env.process(recover(env, rng, elements, back, e, done, drawn))
        env.run()
        total += done[-1]
    print(time.perf_counter() - started, total / trials)


main(sys.argv[1], int(sys.argv[2]))
