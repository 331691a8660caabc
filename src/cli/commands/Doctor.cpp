#include <unistd.h>

#include <QEventLoop>
#include <QSaveFile>

#include "cli/CommonOptions.h"
#include "cli/CookieChoice.h"
#include "cli/Interruption.h"
#include "cli/SafeText.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/doctor/ExaminationJson.h"
#include "cli/doctor/LadderText.h"
#include "doctor/ladder/Ladder.h"
#include "doctor/pairs/PairExamination.h"
#include "doctor/report/Report.h"

namespace nodescope::cli {

namespace {

using base::NodeName;
using cluster::Examination;

/// What the command line says, understood.
struct DoctorOptions
{
    NodeName node;
    NodeName from; ///< null: this program
    quint16 epmdPort = 0;
    quint16 distPort = 0;
    dist::CookieStore cookies;
    std::optional<dist::TlsRole> tls;
    QString report; ///< the file; empty: none
};

Examination examine(const DoctorOptions &options, LadderText *text)
{
    Interruption interruption;
    base::SystemClock clock;
    dist::LocalNode self(dist::NodeIdentity::dynamic(), options.cookies, clock,
                         doctor::Ladder::nodeSettings());
    doctor::LadderOptions how;
    how.epmdPort = options.epmdPort;
    if (options.distPort != 0)
        how.address = {options.node.host(), options.distPort};
    how.tls = options.tls;
    doctor::Ladder ladder(self, options.node, how);
    QEventLoop loop;
    if (text) {
        QObject::connect(&ladder, &doctor::Ladder::changed, &loop,
                         [text](const Examination &examination) { text->show(examination); });
    }
    QObject::connect(&ladder, &doctor::Ladder::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interruption, &Interruption::interrupted, &ladder, &doctor::Ladder::cancel);
    ladder.start();
    loop.exec();
    return ladder.examination();
}

/// Why `from` does not reach the node: it is asked to, since the command line is the person's word for it,
/// and what differs between the two is named.
Examination examinePair(const DoctorOptions &options)
{
    Interruption interruption;
    base::SystemClock clock;
    dist::LocalNode self(dist::NodeIdentity::dynamic(), options.cookies, clock);
    doctor::PairOptions how;
    how.epmdPort = options.epmdPort;
    how.distPort = options.distPort;
    how.tls = options.tls;
    how.attempt = true;
    auto *pair = new doctor::PairExamination(self, options.from, options.node, how, &self);
    Examination examination;
    examination.from = options.from;
    examination.to = options.node;
    examination.running = false;
    examination.diagnosis.from = options.from;
    examination.diagnosis.to = options.node;
    examination.diagnosis.cause = cluster::Cause::Cancelled;
    QEventLoop loop;
    QObject::connect(pair, &doctor::PairExamination::finished, &loop,
                     [&](const cluster::Diagnosis &diagnosis, const QList<cluster::SettingPair> &settings) {
                         examination.diagnosis = diagnosis;
                         examination.settings = settings;
                         loop.quit();
                     });
    QObject::connect(&interruption, &Interruption::interrupted, &loop, &QEventLoop::quit);
    pair->start();
    loop.exec();
    return examination;
}

base::Result<DoctorOptions, ExitStatus> doctorOptions(const Arguments &arguments, Console &console)
{
    const auto wrong = [&](const QString &complaint) {
        return base::Failure{wrongUse(doctorCommand(), complaint, console)};
    };
    const auto node = nodeOf(arguments.positional().first());
    if (!node.ok())
        return wrong(node.error());
    DoctorOptions options;
    options.node = *node;
    QList<NodeName> nodes{*node};
    if (arguments.has(QStringLiteral("from"))) {
        const auto from = nodeOf(arguments.value(QStringLiteral("from")));
        if (!from.ok())
            return wrong(from.error());
        if (*from == *node)
            return wrong(Words::tr("a node is not connected to itself: name two"));
        options.from = *from;
        nodes.append(*from);
    }
    const auto port = epmdPortOf(arguments);
    if (!port.ok())
        return wrong(port.error());
    const auto distPort = distPortOf(arguments);
    if (!distPort.ok())
        return wrong(distPort.error());
    options.report = arguments.value(QStringLiteral("report"));
    if (arguments.has(QStringLiteral("report")) && !options.report.endsWith(QLatin1String(".txt")) &&
        !options.report.endsWith(QLatin1String(".html")))
        return wrong(Words::tr("a report is a file that ends in .txt or .html"));
    options.epmdPort = *port;
    options.distPort = *distPort;
    const auto cookies = options.from.isNull() ? chooseCookieIfAny(arguments, nodes, console)
                                               : chooseCookie(arguments, nodes, console);
    if (!cookies)
        return base::Failure{ExitStatus::WrongUse};
    options.cookies = *cookies;
    const auto tls = chooseTls(arguments, console);
    if (!tls.ok())
        return base::Failure{tls.error()};
    options.tls = tls.value();
    return options;
}

bool writeReport(const QString &path, const Examination &examination, Console &console)
{
    const bool html = path.endsWith(QLatin1String(".html"));
    QSaveFile file(path);
    const QByteArray text =
        (html ? doctor::reportHtml(examination) : doctor::reportText(examination)).toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    console.error(QStringLiteral("report_not_written"),
                  Words::tr("%1 cannot be written: %2").arg(safeText(path), file.errorString()));
    return false;
}

ExitStatus runDoctor(const Arguments &arguments, Console &console)
{
    const auto options = doctorOptions(arguments, console);
    if (!options.ok())
        return options.error();
    LadderText text(console, ::isatty(console.outputDescriptor()) == 1);
    const Examination examination = options->from.isNull()
                                        ? examine(*options, console.isJson() ? nullptr : &text)
                                        : examinePair(*options);
    if (console.isJson())
        console.print(jsonOf(examination));
    else
        text.conclude(examination);
    if (!options->report.isEmpty() && !writeReport(options->report, examination, console))
        return ExitStatus::Failed;
    return examination.diagnosis.ok() ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace

Command doctorCommand()
{
    Command command;
    command.name = QStringLiteral("doctor");
    command.synopsis = QStringLiteral("NODE [--from NODE] [--cookie-file FILE] [--tls-optfile FILE] "
                                      "[--epmd-port PORT] [--dist-port PORT] [--report FILE] [--json]");
    command.summary = Words::tr("why a node cannot be connected");
    command.help =
        Words::tr("Climbs the ladder to a node, from its name up to the answer of a call, and says which "
                  "rung breaks, why, how certain that is, and what to do. Without a cookie it goes as far as "
                  "the challenge. With --from, another node is asked to connect, and the two are compared. "
                  "Nothing is changed on any node.");
    command.options = {
        {QStringLiteral("from"), QStringLiteral("NODE"),
         Words::tr("the node that does not reach it (default: this program)")},
        cookieFileOption(),
        tlsOption(),
        epmdPortOption(),
        distPortOption(),
        {QStringLiteral("report"), QStringLiteral("FILE"),
         Words::tr("also write a report for a ticket, without secrets: FILE.txt or FILE.html")},
        jsonOption()};
    command.example = QStringLiteral("nodescope-cli doctor b@127.0.0.1 --from a@127.0.0.1");
    command.minArguments = 1;
    command.maxArguments = 1;
    command.run = runDoctor;
    return command;
}

} // namespace nodescope::cli
