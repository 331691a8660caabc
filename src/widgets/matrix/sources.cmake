# Who sees whom, as a square.
target_sources(nodescope_widgets PRIVATE
    matrix/MatrixKey.cpp matrix/MatrixKey.h
    matrix/MatrixPage.cpp matrix/MatrixPage.h
    matrix/MatrixPainter.cpp matrix/MatrixPainter.h
    matrix/MatrixView.cpp matrix/MatrixView.h matrix/MatrixViewEvents.cpp
    matrix/MatrixWords.cpp matrix/MatrixWords.h)
