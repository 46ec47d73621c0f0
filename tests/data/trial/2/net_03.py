# Host-side prototype for the thermistor linearisation on the MCU.
# Everything lives in one flat array so that it can be dumped to a C header.
from math import tanh, sin
from random import seed, random

N_IN  = 2
N_HID = 6
N_OUT = 2

OFS_W1 = 0
OFS_B1 = OFS_W1 + N_IN * N_HID
OFS_W2 = OFS_B1 + N_HID
OFS_B2 = OFS_W2 + N_HID * N_OUT
MEM_SZ = OFS_B2 + N_OUT

mem = [0.0] * MEM_SZ
hid = [0.0] * N_HID
out = [0.0] * N_OUT
d_hid = [0.0] * N_HID
d_out = [0.0] * N_OUT


def nn_init(s=1234):
    seed(s)
    for i in range(MEM_SZ):
        mem[i] = random() - 0.5


def nn_forward(x):
    for j in range(N_HID):
        acc = mem[OFS_B1 + j]
        for i in range(N_IN):
            acc += x[i] * mem[OFS_W1 + j * N_IN + i]
        hid[j] = tanh(acc)
    for k in range(N_OUT):
        acc = mem[OFS_B2 + k]
        for j in range(N_HID):
            acc += hid[j] * mem[OFS_W2 + k * N_HID + j]
        out[k] = acc


def nn_loss(t):
    # E = 1/2 * sum (out - t)^2
    e = 0.0
    for k in range(N_OUT):
        e += 0.5 * (out[k] - t[k]) * (out[k] - t[k])
    return e


def nn_train_sample(x, t, eta):
    nn_forward(x)
    e = nn_loss(t)

    # output layer
    for k in range(N_OUT):
        d_out[k] = out[k] - t[k]
        for j in range(N_HID):
            mem[OFS_W2 + k * N_HID + j] -= eta * d_out[k] * hid[j]
        mem[OFS_B2 + k] -= eta * d_out[k]

    # hidden layer
    for j in range(N_HID):
        acc = 0.0
        for k in range(N_OUT):
            acc += d_out[k] * mem[OFS_W2 + k * N_HID + j]
        d_hid[j] = acc * (1.0 - hid[j] * hid[j])
        for i in range(N_IN):
            mem[OFS_W1 + j * N_IN + i] -= eta * d_hid[j] * x[i]
        mem[OFS_B1 + j] -= eta * d_hid[j]
    return e


def dump_header():
    print("static const float nn_mem[%d] = {" % MEM_SZ)
    for i in range(0, MEM_SZ, 8):
        print("    " + ", ".join("%.5ff" % v for v in mem[i:i + 8]) + ",")
    print("};")


def main():
    nn_init()
    table = []
    for n in range(40):
        adc = n / 20.0 - 1.0
        vref = ((n * 7) % 11) / 11.0
        table.append(([adc, vref], [sin(2.0 * adc) * 0.8, adc * vref]))
    for ep in range(301):
        err = 0.0
        for x, t in table:
            err += nn_train_sample(x, t, 0.1)
        if ep % 100 == 0:
            print("ep %4d  err %.6f" % (ep, err / len(table)))
    dump_header()


if __name__ == "__main__":
    main()
