import numpy as np

# ---------------------------------------------------------------
#  Brain for the AI cars. 5 distance sensors -> steer, throttle
#  Trained by imitating laps that I drove by hand.
#  Every column is one frame of the recording.
# ---------------------------------------------------------------

SENSORS = 5
ACTIONS = 2


class Brain(object):

    def __init__(self, hidden1=10, hidden2=8, seed=99):
        r = np.random.RandomState(seed)
        self.wa = r.randn(hidden1, SENSORS) / np.sqrt(SENSORS)
        self.ba = np.zeros((hidden1, 1))
        self.wb = r.randn(hidden2, hidden1) / np.sqrt(hidden1)
        self.bb = np.zeros((hidden2, 1))
        self.wc = r.randn(ACTIONS, hidden2) / np.sqrt(hidden2)
        self.bc = np.zeros((ACTIONS, 1))
        self.speed = {}          # momentum per parameter
        self.friction = 0.8

    def think(self, sensors):
        self.s = sensors
        self.ha = np.tanh(self.wa.dot(sensors) + self.ba)
        self.hb = np.tanh(self.wb.dot(self.ha) + self.bb)
        self.act = np.tanh(self.wc.dot(self.hb) + self.bc)   # both controls in -1..1
        return self.act

    def badness(self, sensors, driver):
        """mean squared difference to what the human driver did"""
        return np.mean((self.think(sensors) - driver) ** 2)

    def nudge(self, name, slope, lr):
        old = self.speed.get(name, 0.0)
        new = self.friction * old + slope
        self.speed[name] = new
        setattr(self, name, getattr(self, name) - lr * new)

    def imitate(self, sensors, driver, lr=0.05):
        self.think(sensors)
        dc = 2.0 * (self.act - driver) / driver.size * (1 - self.act ** 2)
        db = self.wc.T.dot(dc) * (1 - self.hb ** 2)
        da = self.wb.T.dot(db) * (1 - self.ha ** 2)

        self.nudge('wc', dc.dot(self.hb.T), lr)
        self.nudge('bc', dc.sum(axis=1, keepdims=True), lr)
        self.nudge('wb', db.dot(self.ha.T), lr)
        self.nudge('bb', db.sum(axis=1, keepdims=True), lr)
        self.nudge('wa', da.dot(self.s.T), lr)
        self.nudge('ba', da.sum(axis=1, keepdims=True), lr)


def record_laps(frames=200):
    r = np.random.RandomState(5)
    dist = r.rand(SENSORS, frames)
    steer = np.clip(1.5 * (dist[4] + dist[3] - dist[0] - dist[1]), -0.9, 0.9)
    throttle = np.clip(2 * dist[2] - 1, -0.9, 0.9)
    return dist, np.vstack([steer, throttle])


if __name__ == '__main__':
    dist, controls = record_laps()
    car = Brain()
    for lap in range(400):
        car.imitate(dist, controls, lr=0.1)
        if lap % 80 == 0:
            print('lap', lap, 'badness', round(car.badness(dist, controls), 5))
    print('wall on the left :', car.think(np.array([[0.1, 0.1, 0.5, 0.9, 0.9]]).T).ravel())
    print('wall on the right:', car.think(np.array([[0.9, 0.9, 0.5, 0.1, 0.1]]).T).ravel())
