import time, pytest, cProfile, pstats, random
from django.db import connection
from accounts.models import Party
from bids.models import *
from evaluation.models import *
from tenders.models import Lot
from tenders.steps import Step
from events import clock
from tests import make

@pytest.mark.parametrize("n",[100,500,2000])
def test_perf(cast, client_of, n):
    tender=make.tender(cast, step=Step.SELECTION)
    r=make.round(cast,tender,days=-1)
    ps=Party.objects.bulk_create(Party(name=f"Partij {i}") for i in range(n))
    bs=Bid.objects.bulk_create(Bid(round=r,party=p,state="submitted",key_for_round=b"x",key_for_makers=b"x") for p in ps)
    ss=Submission.objects.bulk_create(Submission(bid=b,number=1,sealed=b"x",content_sha256="x",submitted_at=clock.now(),submitted_by=cast.officer) for b in bs)
    obs=OpenedBid.objects.bulk_create(OpenedBid(bid=b,submission=s,letter=str(i)[-4:],title=f"Plan {i}",opened_at=clock.now()) for i,(b,s) in enumerate(zip(bs,ss)))
    Round.objects.filter(pk=r.pk).update(opened_at=clock.now()); lot=tender.lots.get(); lot.state="in_assessment"; lot.save()
    lot=Lot.objects.get(pk=lot.pk)
    seats=make.committee(cast,lot,finished=True)
    v=r.call_version; cs=list(v.criteria.all()); gs=list(v.grades.all())
    Score.objects.bulk_create(Score(seat=s,opened_bid=o,criterion=c,grade=random.choice(gs),reason="Ja zeker") for s in seats for o in obs for c in cs)
    if connection.vendor=="postgresql":
        with connection.cursor() as cur: cur.execute("ANALYZE")
    c=client_of(cast.fresh().secretary)
    url=f"/trajecten/{tender.slug}/selectie/perceel/1/rangorde/"
    c.get(url)
    best=9e9
    for _ in range(5):
        t=time.process_time(); a=c.get(url); best=min(best,time.process_time()-t)
    print("ranking",n,"cpu ms",round(best*1000),"kb",len(a.content)//1024)
    best=9e9
    k=client_of(cast.visitor)
    for _ in range(5):
        t=time.process_time(); a=k.get(f"/trajecten/"); best=min(best,time.process_time()-t)
    print("list",round(best*1000))
    if n==2000:
        p=cProfile.Profile(); p.enable(); c.get(url); p.disable(); pstats.Stats(p).sort_stats("cumtime").print_stats(45)
