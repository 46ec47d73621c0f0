import crosscheck


class Mine(crosscheck.Script):
    file, samples, weight, targets, sizes = "net_01.py", "vector", "out_in", "vector", (3, 2, 1)
    parameters = "wA1 wA2 wA3 wB1 wB2 wB3 wOutA wOutB", "constA constB constOut"
    names = {"Ledger": "[[*x, y]]", "Rate": "lr", "NumRounds": 1}
    activations, loss, shows = ("sigmoid", "sigmoid"), "half_sse", {"loss": "TotalError"}
