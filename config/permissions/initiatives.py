"""Who may do what with what people just begin, and with the plans that they hand to the municipality."""

from accounts.predicates import administrator, anyone, policy_officer
from initiatives.predicates import (
    doer,
    going_on,
    keeper,
    leads_one_it_touched,
    made_plan,
    own_name,
    photo_shown,
    stands,
    touches_tender,
)
from tenders.predicates import guide, officer, running

tends = keeper | doer
# A plan that touches a tender is answered by who leads that tender; any other by who makes policy.
answers = (touches_tender & officer) | (~touches_tender & policy_officer)

PERMISSIONS = {
    "initiatives.begin_initiative": anyone,
    "initiatives.view_initiative": anyone,
    "initiatives.view_photo": photo_shown | keeper,
    "initiatives.join_initiative": going_on,
    "initiatives.tend_initiative": tends,
    "initiatives.tell_update": tends & going_on,
    "initiatives.change_initiative": tends & going_on,
    "initiatives.help_initiative": tends & going_on,
    "initiatives.end_help": tends,
    "initiatives.take_name_off": tends | own_name,
    "initiatives.stop_initiative": tends & going_on,
    "initiatives.hide_words": keeper,
    "initiatives.restore_words": keeper,
    "initiatives.name_contact": keeper | administrator,
    # Plans from outside
    "initiatives.file_plan": anyone,
    # A plan about a tender is content: who guides its dialogue keeps out of it (Zeist).
    "initiatives.file_tender_plan": running & ~guide,
    "initiatives.view_plan": anyone,
    "initiatives.answer_plan": answers & stands,
    "initiatives.withdraw_plan": made_plan & stands,
    # Also one that its makers took back: its words are public.
    "initiatives.hide_plan": answers,
    "initiatives.restore_plan": answers,
    "initiatives.record_knowledge": leads_one_it_touched,
    "initiatives.manage_tender_plans": officer,
}
