# BACKPROP.PAS -> Python.  Neurocomputing practical no. 4 (orig. Turbo Pascal 5.5, 1991)
# 3-bit parity, NI-NH-NO net, pattern mode, generalised delta rule with momentum
from math import exp
from random import random, seed

NI = 3; NH = 5; NO = 1; NPAT = 8
ETA = 0.4
ALPHA = 0.7
MAXSWEEP = 1500

# arrays start at 1 as in Pascal, slot 0 of a layer is the threshold unit (always on)
WH = [[0.0]*(NI+1) for _ in range(NH+1)]
WO = [[0.0]*(NH+1) for _ in range(NO+1)]
DWH = [[0.0]*(NI+1) for _ in range(NH+1)]
DWO = [[0.0]*(NH+1) for _ in range(NO+1)]
INP = [1.0] + [0.0]*NI
HID = [1.0] + [0.0]*NH
OUT = [0.0]*(NO+1)
TGT = [0.0]*(NO+1)

def Squash(x):
    return 1.0/(1.0+exp(-x))

def InitWeights():
    for j in range(1, NH+1):
        for i in range(NI+1):
            WH[j][i] = random()*2.0-1.0
    for k in range(1, NO+1):
        for j in range(NH+1):
            WO[k][j] = random()*2.0-1.0

def LoadPattern(p):
    n = p-1
    s = 0
    for i in range(1, NI+1):
        INP[i] = float(n & 1)
        s = s + (n & 1)
        n = n >> 1
    TGT[1] = float(s % 2)

def Propagate():
    for j in range(1, NH+1):
        net = 0.0
        for i in range(NI+1):
            net = net + WH[j][i]*INP[i]
        HID[j] = Squash(net)
    for k in range(1, NO+1):
        net = 0.0
        for j in range(NH+1):
            net = net + WO[k][j]*HID[j]
        OUT[k] = Squash(net)

def PatternError():
    e = 0.0
    for k in range(1, NO+1):
        e = e + (TGT[k]-OUT[k])*(TGT[k]-OUT[k])
    return 0.5*e

def Learn():
    dO = [0.0]*(NO+1)
    dH = [0.0]*(NH+1)
    for k in range(1, NO+1):
        dO[k] = (TGT[k]-OUT[k])*OUT[k]*(1.0-OUT[k])
        for j in range(NH+1):
            DWO[k][j] = ETA*dO[k]*HID[j] + ALPHA*DWO[k][j]
            WO[k][j] = WO[k][j] + DWO[k][j]
    for j in range(1, NH+1):
        s = 0.0
        for k in range(1, NO+1):
            s = s + dO[k]*WO[k][j]
        dH[j] = HID[j]*(1.0-HID[j])*s
        for i in range(NI+1):
            DWH[j][i] = ETA*dH[j]*INP[i] + ALPHA*DWH[j][i]
            WH[j][i] = WH[j][i] + DWH[j][i]

def Main():
    seed(1991)
    InitWeights()
    for sweep in range(1, MAXSWEEP+1):
        E = 0.0
        for p in range(1, NPAT+1):
            LoadPattern(p)
            Propagate()
            E = E + PatternError()
            Learn()
        if sweep % 250 == 0:
            print("sweep %5d   E = %9.6f" % (sweep, E))
    for p in range(1, NPAT+1):
        LoadPattern(p); Propagate()
        print([int(v) for v in INP[1:]], int(TGT[1]), "%6.3f" % OUT[1])

if __name__ == "__main__":
    Main()
