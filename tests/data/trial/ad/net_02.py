import numpy as np

# "a neural network in N lines" -- my go at the blog post, with one more layer
# and 4-bit parity instead of the XOR-ish table

def nonlin(x,deriv=False):
	if(deriv==True):
		return x*(1-x)
	return 1/(1+np.exp(-x))

X = np.array([[int(c) for c in format(i,'04b')] + [1] for i in range(16)], dtype=float)
y = (X[:,:4].sum(axis=1) % 2).reshape(-1,1)

np.random.seed(1)

# weights, mean 0
syn0 = 2*np.random.random((5,10)) - 1
syn1 = 2*np.random.random((10,6)) - 1
syn2 = 2*np.random.random((6,1)) - 1

alpha = 0.5

for j in range(3000):

	# feed forward through layers 0, 1, 2, 3
	l0 = X
	l1 = nonlin(np.dot(l0,syn0))
	l2 = nonlin(np.dot(l1,syn1))
	l3 = nonlin(np.dot(l2,syn2))

	# how much did we miss? we minimise E = 1/2 * sum(miss^2)
	l3_error = y - l3
	if (j % 500) == 0:
		print("Error: " + str(0.5*np.sum(l3_error**2)))

	l3_delta = l3_error*nonlin(l3,deriv=True)
	syn2 += alpha*l2.T.dot(l3_delta)

	# how much did each l2 value contribute to the miss
	l2_error = l3_delta.dot(syn2.T)
	l2_delta = l2_error*nonlin(l2,deriv=True)
	syn1 += alpha*l1.T.dot(l2_delta)

	l1_error = l2_delta.dot(syn1.T)
	l1_delta = l1_error*nonlin(l1,deriv=True)
	syn0 += alpha*l0.T.dot(l1_delta)

print("Output After Training:")
print(np.round(l3.T,2))
