# Practica 2 - Redes neuronales
# Alumna: Lucia F.   Grupo B
# Red con dos capas ocultas, clasificacion binaria con regularizacion L2
import numpy as np
import copy

def sigmoide(Z):
    return 1 / (1 + np.exp(-Z))

def inicializar(dims, semilla=3):
    np.random.seed(semilla)
    parameters = {}
    L = len(dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(dims[l], dims[l-1]) / np.sqrt(dims[l-1])
        parameters['b' + str(l)] = np.zeros((dims[l], 1))
    return parameters

def propagacion_adelante(X, parameters):
    W1, b1 = parameters['W1'], parameters['b1']
    W2, b2 = parameters['W2'], parameters['b2']
    W3, b3 = parameters['W3'], parameters['b3']
    # LINEAL -> TANH -> LINEAL -> TANH -> LINEAL -> SIGMOIDE
    A1 = np.tanh(np.dot(W1, X) + b1)
    A2 = np.tanh(np.dot(W2, A1) + b2)
    A3 = sigmoide(np.dot(W3, A2) + b3)
    return A3, (A1, A2, A3)

def calcular_coste(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropia = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    L2 = lambd / (2 * m) * (np.sum(np.square(parameters['W1']))
                            + np.sum(np.square(parameters['W2']))
                            + np.sum(np.square(parameters['W3'])))
    return entropia + L2

def propagacion_atras(X, Y, cache, parameters, lambd):
    m = X.shape[1]
    A1, A2, A3 = cache
    W1, W2, W3 = parameters['W1'], parameters['W2'], parameters['W3']

    dZ3 = A3 - Y
    dW3 = 1./m * np.dot(dZ3, A2.T) + lambd * W3
    db3 = 1./m * np.sum(dZ3, axis=1, keepdims=True)

    dZ2 = np.dot(W3.T, dZ3) * (1 - np.power(A2, 2))
    dW2 = 1./m * np.dot(dZ2, A1.T) + lambd * W2
    db2 = 1./m * np.sum(dZ2, axis=1, keepdims=True)

    dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(A1, 2))
    dW1 = 1./m * np.dot(dZ1, X.T) + lambd * W1
    db1 = 1./m * np.sum(dZ1, axis=1, keepdims=True)

    return {'dW1': dW1, 'db1': db1, 'dW2': dW2, 'db2': db2, 'dW3': dW3, 'db3': db3}

def actualizar(parameters, grads, alfa):
    p = copy.deepcopy(parameters)
    for l in range(1, len(p) // 2 + 1):
        p['W' + str(l)] = p['W' + str(l)] - alfa * grads['dW' + str(l)]
        p['b' + str(l)] = p['b' + str(l)] - alfa * grads['db' + str(l)]
    return p

def modelo(X, Y, dims, alfa=0.3, iteraciones=1200, lambd=0.01, mostrar=True):
    parameters = inicializar(dims)
    costes = []
    for i in range(iteraciones):
        A3, cache = propagacion_adelante(X, parameters)
        coste = calcular_coste(A3, Y, parameters, lambd)
        grads = propagacion_atras(X, Y, cache, parameters, lambd)
        parameters = actualizar(parameters, grads, alfa)
        if i % 200 == 0:
            costes.append(coste)
            if mostrar:
                print("Coste tras la iteracion %i: %f" % (i, coste))
    return parameters, costes

def predecir(X, parameters):
    A3, _ = propagacion_adelante(X, parameters)
    return (A3 > 0.5).astype(int)

if __name__ == '__main__':
    np.random.seed(1)
    # circulo dentro de un anillo
    m = 150
    radio = np.concatenate([np.random.rand(m // 2) * 0.8, 1.2 + np.random.rand(m // 2) * 0.6])
    ang = np.random.rand(m) * 2 * np.pi
    X = np.vstack([radio * np.cos(ang), radio * np.sin(ang)])
    Y = (radio > 1).astype(float).reshape(1, m)
    params, _ = modelo(X, Y, [2, 10, 5, 1])
    print("Precision:", np.mean(predecir(X, params) == Y))
