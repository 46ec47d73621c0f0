# learn the inverse kinematics of the 2-link arm (desk robot, l1=12cm l2=9cm)
# input: x, y of the gripper [dm]     output: q1, q2 [rad]
import numpy as np
np.random.seed(8)

l1, l2 = 1.2, 0.9

def fk(q):
    return np.c_[l1*np.cos(q[:, 0]) + l2*np.cos(q[:, 0]+q[:, 1]),
                 l1*np.sin(q[:, 0]) + l2*np.sin(q[:, 0]+q[:, 1])]

q_train = np.random.rand(256, 2) * [1.5, 1.8] + [0.0, 0.3]      # elbow always on one side
p_train = fk(q_train)
q_mean = q_train.mean(0)
T = q_train - q_mean

W1 = np.random.randn(2, 16)*0.6;   b1 = np.zeros((1, 16))
W2 = np.random.randn(16, 12)*0.3;  b2 = np.zeros((1, 12))
W3 = np.random.randn(12, 8)*0.35;  b3 = np.zeros((1, 8))
W4 = np.random.randn(8, 2)*0.35;   b4 = np.zeros((1, 2))
mW1 = 0*W1; mb1 = 0*b1; mW2 = 0*W2; mb2 = 0*b2
mW3 = 0*W3; mb3 = 0*b3; mW4 = 0*W4; mb4 = 0*b4

def elu(z):
    return np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1)

def delu(h):        # from the output of elu
    return np.where(h > 0, 1, h + 1)

lr = 0.02
mu = 0.85
B = 32

for it in range(1500):
    i = np.random.choice(256, B, replace=False)
    x, t = p_train[i], T[i]

    h1 = elu(x @ W1 + b1)
    h2 = elu(h1 @ W2 + b2)
    h3 = elu(h2 @ W3 + b3)
    q = h3 @ W4 + b4
    loss = ((q - t)**2).sum(1).mean()

    d4 = (q - t)*2/B
    d3 = d4 @ W4.T * delu(h3)
    d2 = d3 @ W3.T * delu(h2)
    d1 = d2 @ W2.T * delu(h1)

    mW4 = mu*mW4 + h3.T @ d4;  mb4 = mu*mb4 + d4.sum(0, keepdims=True)
    mW3 = mu*mW3 + h2.T @ d3;  mb3 = mu*mb3 + d3.sum(0, keepdims=True)
    mW2 = mu*mW2 + h1.T @ d2;  mb2 = mu*mb2 + d2.sum(0, keepdims=True)
    mW1 = mu*mW1 + x.T @ d1;   mb1 = mu*mb1 + d1.sum(0, keepdims=True)

    W4 -= lr*mW4; b4 -= lr*mb4
    W3 -= lr*mW3; b3 -= lr*mb3
    W2 -= lr*mW2; b2 -= lr*mb2
    W1 -= lr*mW1; b1 -= lr*mb1

    if it % 300 == 0:
        print(it, loss)

def ik(p):
    a = elu(np.atleast_2d(p) @ W1 + b1)
    a = elu(a @ W2 + b2)
    a = elu(a @ W3 + b3)
    return a @ W4 + b4 + q_mean

q_test = np.random.rand(50, 2) * [1.5, 1.8] + [0.0, 0.3]
miss = np.linalg.norm(fk(ik(fk(q_test))) - fk(q_test), axis=1)
print("gripper misses by %.1f mm on average" % (100*miss.mean()))
