# Late payers - small neural network
# M. Adler, bookkeeping. Moved over from my Excel workbook (module "NN_v3"), May
#
# Sheet columns:  DaysLateLastYear/100 , InvoiceSize/10000 , YearsAsClient/10 , Paid late this time (1/0)
import math
import random

Ledger = [
    [0.05, 0.30, 0.9, 0],
    [0.60, 0.45, 0.1, 1],
    [0.10, 0.80, 0.7, 0],
    [0.75, 0.90, 0.3, 1],
    [0.40, 0.95, 0.2, 1],
    [0.20, 0.15, 0.5, 0],
    [0.85, 0.20, 0.6, 1],
    [0.00, 0.55, 0.4, 0],
]

def Sig(x):
    return 1 / (1 + math.exp(-x))

random.seed(1961)
def Rnd():
    return random.random() * 2 - 1

# weights: wA1 = from input 1 to hidden A, and so on
wA1 = Rnd(); wA2 = Rnd(); wA3 = Rnd(); constA = Rnd()
wB1 = Rnd(); wB2 = Rnd(); wB3 = Rnd(); constB = Rnd()
wOutA = Rnd(); wOutB = Rnd(); constOut = Rnd()

Rate = 0.4
NumRounds = 3000

for Round in range(NumRounds):
    TotalError = 0
    for Row in Ledger:
        x1 = Row[0]
        x2 = Row[1]
        x3 = Row[2]
        Target = Row[3]

        # going forward
        A = Sig(wA1 * x1 + wA2 * x2 + wA3 * x3 + constA)
        B = Sig(wB1 * x1 + wB2 * x2 + wB3 * x3 + constB)
        Out = Sig(wOutA * A + wOutB * B + constOut)

        Diff = Target - Out
        TotalError = TotalError + Diff * Diff / 2

        # going back
        SlopeOut = Diff * Out * (1 - Out)
        SlopeA = SlopeOut * wOutA * A * (1 - A)
        SlopeB = SlopeOut * wOutB * B * (1 - B)

        # post the corrections
        wOutA = wOutA + Rate * SlopeOut * A
        wOutB = wOutB + Rate * SlopeOut * B
        constOut = constOut + Rate * SlopeOut

        wA1 = wA1 + Rate * SlopeA * x1
        wA2 = wA2 + Rate * SlopeA * x2
        wA3 = wA3 + Rate * SlopeA * x3
        constA = constA + Rate * SlopeA

        wB1 = wB1 + Rate * SlopeB * x1
        wB2 = wB2 + Rate * SlopeB * x2
        wB3 = wB3 + Rate * SlopeB * x3
        constB = constB + Rate * SlopeB
    if Round % 500 == 0:
        print("Round", Round, "  total error", round(TotalError, 5))

print()
print("Target   Network")
for Row in Ledger:
    A = Sig(wA1 * Row[0] + wA2 * Row[1] + wA3 * Row[2] + constA)
    B = Sig(wB1 * Row[0] + wB2 * Row[1] + wB3 * Row[2] + constB)
    print("  ", Row[3], "   ", round(Sig(wOutA * A + wOutB * B + constOut), 3))
