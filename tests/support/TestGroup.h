#pragma once

#include <QtTest>

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
#endif

/// Many test classes in one program: its first argument names the one to run, the others are QtTest's.
///
/// nodescope_tests() includes this in front of each test, so that QTEST_MAIN and its sisters enter the class
/// here instead of making a main() of their own; a test file is the same whether it is a program or part of
/// one.
namespace nodescope::test {

using TestRun = int (*)(int argc, char **argv);

/// Called before main(), by the macros below. Not thread-safe.
bool enterTest(const char *name, TestRun run);

template<class Test, class Application>
int runTest(int argc, char **argv)
{
    const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

template<class Test>
int runTestWithoutApplication(int argc, char **argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

#if defined(QT_WIDGETS_LIB)
using TestApplication = QApplication;
#elif defined(QT_GUI_LIB)
using TestApplication = QGuiApplication;
#else
using TestApplication = QCoreApplication;
#endif

} // namespace nodescope::test

#undef QTEST_MAIN
#undef QTEST_GUILESS_MAIN
#undef QTEST_APPLESS_MAIN
#define NODESCOPE_ENTER_TEST(Test, ...)                                                                      \
    static const bool Test##IsEntered = nodescope::test::enterTest(#Test, nodescope::test::__VA_ARGS__);
#define QTEST_MAIN(Test) NODESCOPE_ENTER_TEST(Test, runTest<Test, nodescope::test::TestApplication>)
#define QTEST_GUILESS_MAIN(Test) NODESCOPE_ENTER_TEST(Test, runTest<Test, QCoreApplication>)
#define QTEST_APPLESS_MAIN(Test) NODESCOPE_ENTER_TEST(Test, runTestWithoutApplication<Test>)
