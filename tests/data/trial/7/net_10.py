"""
Tic-tac-toe opponent. The net estimates how good a board is for X
(1 = X wins, 0.5 = draw, 0 = O wins); the player picks the move with the best estimate.
"""
import random
import numpy as np

LINES = [(0,1,2),(3,4,5),(6,7,8),(0,3,6),(1,4,7),(2,5,8),(0,4,8),(2,4,6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != 0 and board[a] == board[b] == board[c]:
            return board[a]
    return 0


def random_game():
    board, player, history = [0] * 9, 1, []
    while winner(board) == 0 and 0 in board:
        move = random.choice([i for i in range(9) if board[i] == 0])
        board[move] = player
        history.append(list(board))
        player = -player
    return history, (winner(board) + 1) / 2.0


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


class BoardEvaluator:
    def __init__(self, sizes):
        self.sizes = sizes
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x) / np.sqrt(x) for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases, self.weights):
            a = sigmoid(np.dot(w, a) + b)
        return a

    def cost(self, x, y):
        """quadratic cost of one board"""
        return 0.5 * np.sum((self.feedforward(x) - y) ** 2)

    def backprop(self, x, y):
        nabla_b = [None] * len(self.biases)
        nabla_w = [None] * len(self.weights)
        activation = x
        activations = [x]
        zs = []
        for b, w in zip(self.biases, self.weights):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z)
            activations.append(activation)
        delta = activations[-1] - y
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].T)
        for l in range(2, len(self.sizes)):
            delta = np.dot(self.weights[-l + 1].T, delta) * sigmoid_prime(zs[-l])
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l - 1].T)
        return nabla_b, nabla_w

    def learn(self, x, y, eta):
        nabla_b, nabla_w = self.backprop(x, y)
        self.weights = [w - eta * nw for w, nw in zip(self.weights, nabla_w)]
        self.biases = [b - eta * nb for b, nb in zip(self.biases, nabla_b)]


def as_input(board):
    return np.array(board, dtype=float).reshape(9, 1)


def best_move(net, board):
    free = [i for i in range(9) if board[i] == 0]
    return max(free, key=lambda i: net.feedforward(as_input(board[:i] + [1] + board[i+1:]))[0, 0])


if __name__ == "__main__":
    random.seed(8)
    np.random.seed(8)
    net = BoardEvaluator([9, 18, 6, 1])
    for block in range(6):
        costs = []
        for _ in range(100):
            history, result = random_game()
            for board in history:
                x = as_input(board)
                costs.append(net.cost(x, result))
                net.learn(x, result, 0.1)
        print("after %d games: avg cost %.4f" % ((block + 1) * 100, np.mean(costs)))
    print("opening move:", best_move(net, [0] * 9))
