#include "support/ForeignNode.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace nodescope::test {

namespace {

#ifdef NODESCOPE_EI_NODE
constexpr const char *EiNode = NODESCOPE_EI_NODE;
#else
constexpr const char *EiNode = "";
#endif
#ifdef NODESCOPE_JAVA_CLASSES
constexpr const char *JavaClasses = NODESCOPE_JAVA_CLASSES;
constexpr const char *Jar = NODESCOPE_JINTERFACE;
#else
constexpr const char *JavaClasses = "";
constexpr const char *Jar = "";
#endif

constexpr int CompileTimeout = 180'000;
const QString JarInRoot = QStringLiteral("/usr/share/java/OtpErlang.jar");

/// The files of a directory, copied to where the root's programs see them.
bool copyAll(const QString &from, const QTemporaryDir &to)
{
    const QDir source(from);
    const QStringList names = source.entryList(QDir::Files);
    for (const QString &name : names) {
        if (!QFile::copy(source.filePath(name), to.filePath(name)))
            return false;
    }
    return !names.isEmpty();
}

/// The C node of the root, compiled there; empty if that fails.
QString compiledInRoot()
{
    static const QTemporaryDir directory;
    static const QString program = [] {
        if (!copyAll(sourceFile(QStringLiteral("tests/support/ei")), directory))
            return QString();
        PeerCommand compiler = peerCommand(QStringLiteral("g++"));
        compiler.arguments << QStringLiteral("-std=c++17") << QStringLiteral("-o")
                           << directory.filePath(QStringLiteral("node"))
                           << directory.filePath(QStringLiteral("ei_node.cpp"))
                           << directory.filePath(QStringLiteral("Terms.cpp"))
                           << QStringLiteral("-I/usr/lib/erlang/usr/include")
                           << QStringLiteral("-L/usr/lib/erlang/usr/lib") << QStringLiteral("-lei")
                           << QStringLiteral("-lpthread");
        return outputOf(compiler, CompileTimeout).isNull() ? QString()
                                                           : directory.filePath(QStringLiteral("node"));
    }();
    return program;
}

/// Java's classes where the root's programs see them; empty if they cannot be copied.
QString classesForRoot()
{
    static const QTemporaryDir directory;
    static const bool copied = copyAll(QString::fromUtf8(JavaClasses), directory);
    return copied ? directory.path() : QString();
}

} // namespace

QString whyNoCNode()
{
    if (peerRoot().isEmpty())
        return *EiNode ? QString()
                       : QStringLiteral("erl_interface (ei.h) was not there when the tests were built");
    return compiledInRoot().isEmpty() ? QStringLiteral("the C node does not compile in the peers' root")
                                      : QString();
}

PeerCommand cNodeCommand()
{
    if (peerRoot().isEmpty())
        return {QString::fromUtf8(EiNode), {}};
    const QString program = compiledInRoot();
    return program.isEmpty() ? PeerCommand() : peerCommand(program);
}

QString whyNoJavaNode()
{
    if (!*JavaClasses)
        return QStringLiteral("javac or JInterface was not there when the tests were built");
    if (!peerRoot().isEmpty() && !QFile::exists(peerRoot() + JarInRoot))
        return QStringLiteral("the peers' root has no JInterface");
    if (outputOf([] {
            PeerCommand java = peerCommand(QStringLiteral("java"));
            java.arguments << QStringLiteral("--version");
            return java;
        }())
            .isNull())
        return QStringLiteral("java does not start");
    return {};
}

PeerCommand javaNodeCommand()
{
    const bool here = peerRoot().isEmpty();
    const QString classes = here ? QString::fromUtf8(JavaClasses) : classesForRoot();
    PeerCommand command = peerCommand(QStringLiteral("java"));
    command.arguments << QStringLiteral("-XX:TieredStopAtLevel=1") << QStringLiteral("-Xmx256m")
                      << QStringLiteral("-Xss16m") << QStringLiteral("-cp")
                      << classes + u':' + (here ? QString::fromUtf8(Jar) : JarInRoot)
                      << QStringLiteral("JavaNode");
    return command;
}

} // namespace nodescope::test
