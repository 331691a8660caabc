# The doctor's room: examinations, settings compared, logs explained.
target_sources(nodescope_widgets PRIVATE
    "${PROJECT_SOURCE_DIR}/ui/ExamineForm.ui"
    doctor/ChangesStrip.cpp doctor/ChangesStrip.h
    doctor/DoctorActions.cpp doctor/DoctorActions.h
    doctor/DoctorPane.cpp doctor/DoctorPane.h
    doctor/DoctorWords.cpp doctor/DoctorWords.h
    doctor/EvictionLookup.cpp doctor/EvictionLookup.h
    doctor/EvidenceView.cpp doctor/EvidenceView.h
    doctor/ExaminationDesk.cpp doctor/ExaminationDesk.h
    doctor/ExaminationPage.cpp doctor/ExaminationPage.h
    doctor/ExamineForm.cpp doctor/ExamineForm.h
    doctor/FactsPanel.cpp doctor/FactsPanel.h
    doctor/HexView.cpp doctor/HexView.h
    doctor/LadderModel.cpp doctor/LadderModel.h
    doctor/LintPage.cpp doctor/LintPage.h
    doctor/LogEdit.cpp doctor/LogEdit.h
    doctor/LogFindingView.cpp doctor/LogFindingView.h
    doctor/LogPage.cpp doctor/LogPage.h
    doctor/LogReader.cpp doctor/LogReader.h
    doctor/PostPage.cpp doctor/PostPage.h
    doctor/RungList.cpp doctor/RungList.h
    doctor/SettingsTable.cpp doctor/SettingsTable.h
    doctor/VerdictBanner.cpp doctor/VerdictBanner.h
    doctor/VisitWords.cpp doctor/VisitWords.h)
