# -*- coding: utf-8 -*-
"""
Red neuronal para estimar la recuperación de cobre en flotación
(traducido desde mi script de MATLAB: red_flotacion.m)
Entradas: ley de alimentación, pH, tamaño P80   Salida: recuperación (normalizada)
Muestras en COLUMNAS.
"""
import numpy as np
from numpy import tanh, zeros, ones

np.random.seed(7)

# ---------------- datos sintéticos (los de planta son confidenciales) -------------
m = 40
X = np.random.rand(3, m) * 2 - 1
Y = (0.6*X[0, :] - 0.8*X[1, :]**2 + 0.3*X[0, :]*X[2, :]).reshape(1, m)
Y = Y + 0.02*np.random.randn(1, m)

# ---------------- parámetros ---------------------------------------------------------
n0, n1, n2, n3 = 3, 6, 4, 1
W1 = np.random.randn(n1, n0)*0.5;  b1 = zeros((n1, 1))
W2 = np.random.randn(n2, n1)*0.5;  b2 = zeros((n2, 1))
W3 = np.random.randn(n3, n2)*0.5;  b3 = zeros((n3, 1))

alfa    = 0.15      # tasa de aprendizaje
lam     = 0.2       # regularización
n_iter  = 1500
J_hist  = zeros(n_iter)

for k in range(n_iter):
    # propagación
    A1 = tanh(W1 @ X + b1)
    A2 = tanh(W2 @ A1 + b2)
    Yh = W3 @ A2 + b3

    E = Yh - Y
    # costo con penalización L2 (sin los sesgos)
    J = (1/(2*m))*np.sum(E**2) \
        + (lam/(2*m))*(np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))
    J_hist[k] = J

    # retropropagación
    D3 = E
    D2 = (W3.T @ D3) * (1 - A2**2)
    D1 = (W2.T @ D2) * (1 - A1**2)

    dW3 = (1/m)*(D3 @ A2.T) + lam*W3
    dW2 = (1/m)*(D2 @ A1.T) + lam*W2
    dW1 = (1/m)*(D1 @ X.T) + lam*W1
    db3 = (1/m)*(D3 @ ones((m, 1)))
    db2 = (1/m)*(D2 @ ones((m, 1)))
    db1 = (1/m)*(D1 @ ones((m, 1)))

    W3 = W3 - alfa*dW3;   b3 = b3 - alfa*db3
    W2 = W2 - alfa*dW2;   b2 = b2 - alfa*db2
    W1 = W1 - alfa*dW1;   b1 = b1 - alfa*db1

    if k % 250 == 0:
        print('iter %5d   J = %.6f' % (k, J))

Yh = W3 @ tanh(W2 @ tanh(W1 @ X + b1) + b2) + b3
R2 = 1 - np.sum((Y - Yh)**2)/np.sum((Y - Y.mean())**2)
print('R2 = %.4f' % R2)
