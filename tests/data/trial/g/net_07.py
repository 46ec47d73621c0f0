import numpy as np;from numpy import tanh,exp,log,ones
# two moons in a few lines; labels -1/+1, loss = mean log(1+exp(-y f))
R=np.random.default_rng(3);n=100
t=R.uniform(0,np.pi,n);s=R.choice([-1,1],n)
X=np.c_[np.cos(t)*s+.5*(s<0),np.sin(t)*s+.25*(s<0)]+R.normal(0,.1,(n,2))
Y=s[:,None].astype(float)
A=lambda h:np.c_[h,ones(len(h))]          # append the bias column
S=[2,10,10,1]
P=[R.normal(0,1,(i+1,o))/i**.5 for i,o in zip(S,S[1:])]

def f(P,x):
    H=[A(x)]
    for w in P[:-1]:H+=[A(tanh(H[-1]@w))]
    return H,H[-1]@P[-1]

def L(P,x,y):return log(1+exp(-y*f(P,x)[1])).mean()

def g(P,x,y):
    H,o=f(P,x);d=-y/(1+exp(-y*o))/len(y);G=[]
    for h,w in zip(H[::-1],P[::-1]):
        G=[h.T@d]+G;d=((d@w.T)*(1-h*h))[:,:-1]
    return G

def step(P,x,y,r=.1):return [w-r*q for w,q in zip(P,g(P,x,y))]

for k in range(151):
    P=step(P,X,Y)
    if k%25==0:print(k,L(P,X,Y),(np.sign(f(P,X)[1])==Y).mean())

print('weights',[w.shape for w in P])
q=np.array([[0,1],[.5,-.5],[-.8,.2]]);print(np.c_[q,f(P,q)[1]].round(2))
