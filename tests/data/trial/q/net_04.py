# Abgabe Blatt 5, Aufgabe 2  (Gruppe 14)
# Softmax-Regression, Bias steckt in der letzten Spalte von Theta
import numpy as np

zufall = np.random.RandomState(14)
N, D, K = 180, 4, 3
eta = 0.2
schritte = 300

# Spielzeugdaten: jede Spalte ein Beispiel
klassen = zufall.randint(0, K, size=N)
mitten = 1.5 * zufall.randn(D, K)
X = mitten[:, klassen] + zufall.randn(D, N)
X = np.vstack([X, np.ones((1, N))])        # Einsen fuer den Bias

T = np.zeros((K, N))                       # One-Hot
for n in range(N):
    T[klassen[n], n] = 1.0

Theta = 0.01 * zufall.randn(K, D + 1)

def vorhersage(Theta, X):
    A = Theta.dot(X)
    A -= A.max(axis=0)                     # gegen Ueberlauf
    E = np.exp(A)
    return E / E.sum(axis=0)

def kosten(Theta, X, T):
    # negative Log-Likelihood, gemittelt ueber die Beispiele
    P = vorhersage(Theta, X)
    return -(T * np.log(P)).sum() / X.shape[1]

verlauf = []
for s in range(schritte):
    P = vorhersage(Theta, X)
    grad = (P - T).dot(X.T) / N
    Theta = Theta - eta * grad
    verlauf.append(kosten(Theta, X, T))
    if s % 50 == 0:
        print("Schritt", s, "Kosten", round(verlauf[-1], 5))

treffer = (vorhersage(Theta, X).argmax(axis=0) == klassen).mean()
print("Trefferquote:", treffer)
