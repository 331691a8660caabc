# What may be done to live nodes, and what must be said before.
target_sources(nodescope_widgets PRIVATE
    acting/ActGuard.cpp acting/ActGuard.h
    acting/ActingActions.cpp acting/ActingActions.h
    acting/ConfirmActDialog.cpp acting/ConfirmActDialog.h
    acting/IntentGate.cpp acting/IntentGate.h)
