import numpy as np
# hw 4 nn (swish). sorry for the mess, submitting 23:58

np.random.seed(99)
X=np.random.randn(120,3)
lab=(X[:,0]+X[:,1]**2>0.5).astype(int)+(X[:,2]>0.8).astype(int)
Y=np.zeros((120,3))
Y[range(120),lab]=1

w1=np.random.randn(3,14)*0.5
b1=np.zeros(14)
w2=np.random.randn(14,3)*0.3
b2=np.zeros(3)
lr=0.5

def sg(x): return 1/(1+np.exp(-x))
def swish(x): return x*sg(x)
def dswish(x):
    s=sg(x)
    return s+x*s*(1-s)

def softmax(z):
    e=np.exp(z-np.max(z,axis=1,keepdims=True))
    return e/np.sum(e,axis=1,keepdims=True)

def net(x):
    z1=x.dot(w1)+b1
    a1=swish(z1)
    z2=a1.dot(w2)+b2
    a2=swish(z2)
    return z1,a1,softmax(a2)

def ce(p,y):
    return -np.sum(y*np.log(p))/len(y)

losses=[]
for ep in range(301):
    z1,a1,p=net(X)
    losses.append(ce(p,Y))
    # backprop
    d2=(p-Y)/len(Y)
    dw2=a1.T.dot(d2)
    db2=np.sum(d2,axis=0)
    d1=d2.dot(w2.T)*dswish(z1)
    dw1=X.T.dot(d1)
    db1=np.sum(d1,axis=0)
    w1=w1-lr*dw1
    b1=b1-lr*db1
    w2=w2-lr*dw2
    b2=b2-lr*db2
    if ep%100==0:
        acc=np.mean(np.argmax(p,axis=1)==lab)
        print(ep,losses[-1],acc)
