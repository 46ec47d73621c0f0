#Neural net for house prices (toy)
#orig: Ravi.  EDIT Tom 2018: added 2nd hidden layer.  EDIT Ines 2020: lr drops every 10 epochs
import numpy as np
rng=np.random.RandomState(12)

#DATA
n_samples=60
data_x=rng.rand(n_samples,3)*2-1    #size, age, distance
data_y=0.7*data_x[:,0]-0.3*data_x[:,1]**2+0.2*data_x[:,2]*data_x[:,0]

#WEIGHTS (row = neuron)
weight_1=rng.randn(7,3)*0.5
bias_1=np.zeros(7)
weight_2=rng.randn(5,7)*0.5
bias_2=np.zeros(5)
weight_3=rng.randn(1,5)*0.5
bias_3=np.zeros(1)

learn_rate=0.05
num_epochs=30

def lrelu(v):
    return np.where(v>0,v,0.1*v)
def lrelu_deriv(v):
    return np.where(v>0,1.0,0.1)

for epoch in range(num_epochs):
    if epoch>0 and epoch%10==0:
        learn_rate=learn_rate*0.5
    total_error=0
    for k in range(n_samples):
        x=data_x[k]
        y=data_y[k]
        #FORWARD
        sum_1=weight_1.dot(x)+bias_1
        out_1=np.tanh(sum_1)
        sum_2=weight_2.dot(out_1)+bias_2
        out_2=lrelu(sum_2)
        pred=weight_3.dot(out_2)+bias_3
        #ERROR
        diff=pred-y
        total_error+=0.5*diff[0]**2
        #OUTPUT LAYER
        delta_3=diff
        delta_2=weight_3.T.dot(delta_3)*lrelu_deriv(sum_2)
        weight_3-=learn_rate*np.outer(delta_3,out_2)
        bias_3-=learn_rate*delta_3
        #HIDDEN 2 (Tom)
        weight_2-=learn_rate*np.outer(delta_2,out_1)
        bias_2-=learn_rate*delta_2
        #HIDDEN 1
        delta_1=weight_2.T.dot(delta_2)*(1-out_1**2)
        weight_1-=learn_rate*np.outer(delta_1,x)
        bias_1-=learn_rate*delta_1
    if epoch%5==0:
        print('epoch',epoch,'mean error',total_error/n_samples)

print('done, example:',pred,data_y[-1])
