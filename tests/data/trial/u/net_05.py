import torch

# Drag coefficient versus Reynolds number and roughness; manual backprop on tensors
torch.manual_seed(21)
torch.set_default_dtype(torch.float64)

N, D, H, K = 50, 2, 16, 1
logRe = torch.rand(N, 1) * 2 - 1
rough = torch.rand(N, 1)
x = torch.cat([logRe, rough], dim=1)
y = 0.6 * torch.exp(-logRe) - 0.4 * torch.tanh(4 * (logRe - 0.5 + 0.6 * rough))

w1 = torch.randn(D, H) * 0.7
c1 = torch.zeros(H)
w2 = torch.randn(H, K) * 0.3
c2 = torch.zeros(K)

learning_rate = 4e-3

for t in range(500):
    # forward
    pre = x.mm(w1) + c1
    sig = torch.sigmoid(pre)
    h = pre * sig
    y_pred = h.mm(w2) + c2

    # sum of squared errors
    loss = (y_pred - y).pow(2).sum()
    if t % 100 == 0:
        print(t, loss.item())

    # output layer
    grad_y_pred = 2.0 * (y_pred - y)
    w2 -= learning_rate * h.t().mm(grad_y_pred)
    c2 -= learning_rate * grad_y_pred.sum(0)

    # hidden layer
    grad_h = grad_y_pred.mm(w2.t())
    grad_pre = grad_h * (sig + pre * sig * (1 - sig))
    w1 -= learning_rate * x.t().mm(grad_pre)
    c1 -= learning_rate * grad_pre.sum(0)

with torch.no_grad():
    p = x.mm(w1) + c1
    out = (p * torch.sigmoid(p)).mm(w2) + c2
print("rms residual", ((out - y) ** 2).mean().sqrt().item())
