# TP noté - réseau de neurones
# Binôme : Théo / Aïcha
import numpy as np


class Reseau:
    """Perceptron multicouche, activation ELU, sortie linéaire, erreur quadratique moyenne."""

    def __init__(self, couches, pas=0.05, alpha=1.0, graine=0):
        gen = np.random.default_rng(graine)
        self.pas = pas
        self.alpha = alpha
        self.poids = []
        self.biais = []
        for entree, sortie in zip(couches[:-1], couches[1:]):
            self.poids.append(gen.standard_normal((entree, sortie)) * np.sqrt(1 / entree))
            self.biais.append(np.zeros(sortie))

    def elu(self, z):
        return np.where(z > 0, z, self.alpha * (np.exp(np.minimum(z, 0)) - 1))

    def elu_derivee(self, a):
        return np.where(a > 0, 1.0, self.alpha * np.exp(np.minimum(a, 0)))

    def avant(self, x):
        # on garde toutes les sorties de couche pour la rétropropagation
        self.sorties = [x]
        dernier = len(self.poids) - 1
        for i in range(len(self.poids)):
            z = self.sorties[-1] @ self.poids[i] + self.biais[i]
            if i < dernier:
                self.sorties.append(self.elu(z))
            else:
                self.sorties.append(z)
        return self.sorties[-1]

    def erreur(self, x, y):
        return np.mean((self.avant(x) - y) ** 2)

    def arriere(self, y):
        prediction = self.sorties[-1]
        delta = 2 * (prediction - y) / y.size
        grad_poids = [None] * len(self.poids)
        grad_biais = [None] * len(self.biais)
        for i in range(len(self.poids) - 1, -1, -1):
            grad_poids[i] = self.sorties[i].T @ delta
            grad_biais[i] = np.mean(delta, axis=0)
            if i > 0:
                delta = (delta @ self.poids[i].T) * self.elu_derivee(self.sorties[i])
        return grad_poids, grad_biais

    def entrainer(self, x, y, epoques=300, lot=25, gen=None):
        gen = gen or np.random.default_rng(1)
        for e in range(epoques):
            ordre = gen.permutation(len(x))
            for debut in range(0, len(x), lot):
                choix = ordre[debut:debut + lot]
                self.avant(x[choix])
                gp, gb = self.arriere(y[choix])
                for i in range(len(self.poids)):
                    self.poids[i] -= self.pas * gp[i]
                    self.biais[i] -= self.pas * gb[i]
            if e % 50 == 0:
                print(f"époque {e:4d} | EQM = {self.erreur(x, y):.5f}")


def donnees(n=150):
    gen = np.random.default_rng(42)
    x = gen.uniform(-2, 2, (n, 3))
    y = np.column_stack([np.sin(x[:, 0]) + 0.5 * x[:, 1], x[:, 1] * x[:, 2] / 2])
    return x, y


if __name__ == "__main__":
    x, y = donnees()
    r = Reseau([3, 12, 10, 2])
    r.entrainer(x, y)
    print("EQM finale :", r.erreur(x, y))
