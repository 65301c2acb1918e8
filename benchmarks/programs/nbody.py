"""Numeric: attributes of a few objects, floats."""


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def advance(bodies, dt):
    for i, a in enumerate(bodies):
        for b in bodies[i + 1:]:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            distance = (dx * dx + dy * dy + dz * dz) ** 1.5
            pull = dt / distance
            a.vx -= dx * b.mass * pull
            a.vy -= dy * b.mass * pull
            a.vz -= dz * b.mass * pull
            b.vx += dx * a.mass * pull
            b.vy += dy * a.mass * pull
            b.vz += dz * a.mass * pull
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def benchmark():
    bodies = [Body(i * 1.5, i * 0.7 + 1, -i * 0.3, 0.01 * i, 0.02, -0.01 * i, 1.0 + i) for i in range(5)]
    for _ in range(3000):
        advance(bodies, 0.001)
    return round(bodies[0].x, 9)
