#include <csignal>

#include <fcntl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTranslator>

#include "cli/CommandLine.h"
#include "cli/HiddenPrompt.h"
#include "dist/PlainLoops.h"

namespace {

/// A standard descriptor that was closed would be taken by the first socket: gives each at least a dead end.
void fillStandardDescriptors()
{
    int descriptor = 0;
    do {
        descriptor = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor > STDERR_FILENO)
        ::close(descriptor);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace nodescope;
    fillStandardDescriptors();
    // A reader that goes away shows as a failed write, so that whatever runs can be left in order.
    std::signal(SIGPIPE, SIG_IGN);
    dist::usePlainLoops(dist::Loops::All);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("nodescope-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NODESCOPE_VERSION));

    // The catalogues lie in the program where they were built in; that of English holds the plurals.
    const QString catalogues = QStringLiteral(":/nodescope/i18n");
    QTranslator translator;
    if (translator.load(QLocale::system(), QStringLiteral("nodescope"), QStringLiteral("_"), catalogues) ||
        translator.load(QStringLiteral("nodescope_en"), catalogues))
        QCoreApplication::installTranslator(&translator);

    QFile input;
    QFile output;
    QFile errors;
    const bool open = input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered) &&
                      output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                      errors.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    if (!open)
        return int(cli::ExitStatus::WrongUse);
    cli::Console console(input, output, errors);
    console.setInteractive(cli::isTerminal());
    return int(cli::runCommandLine(QCoreApplication::arguments().mid(1), console));
}
