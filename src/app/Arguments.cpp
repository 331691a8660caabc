#include "app/Arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include "cluster/history/Recording.h"

namespace nodescope::app {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Arguments", source);
}

ArgumentsEnd wrongUse(const QString &why)
{
    return {true, why};
}

/// QCommandLineParser names the program after the application that runs, by its whole path; there is none yet
/// when main() asks, and it writes a placeholder then.
QString helpOf(const QCommandLineParser &parser)
{
    const QString shown = QCoreApplication::instance() ? QCoreApplication::arguments().value(0)
                                                       : QStringLiteral("<executable_name>");
    QString help = parser.helpText();
    return shown.isEmpty() ? help : help.replace(shown, QStringLiteral("nodescope"));
}

} // namespace

base::Result<Arguments, ArgumentsEnd> readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(text(QT_TRANSLATE_NOOP(
        "Arguments", "Shows Erlang and Elixir clusters live, and says why nodes do not connect.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption practice(
        QStringLiteral("practice"),
        text(QT_TRANSLATE_NOOP("Arguments", "Start the practice cluster: no Erlang is needed.")));
    const QCommandLineOption nodes(QStringLiteral("practice-nodes"),
                                   text(QT_TRANSLATE_NOOP("Arguments", "The same, with 2 to 50 nodes.")),
                                   QStringLiteral("N"));
    const QCommandLineOption epmd(
        QStringLiteral("epmd-port"),
        text(QT_TRANSLATE_NOOP("Arguments", "EPMD's port, instead of ERL_EPMD_PORT or 4369.")),
        QStringLiteral("P"));
    const QCommandLineOption cookie(
        QStringLiteral("cookie-file"),
        text(QT_TRANSLATE_NOOP(
            "Arguments",
            "The file that holds the cookie for the nodes given. A cookie itself is never an argument.")),
        QStringLiteral("F"));
    const QCommandLineOption language(
        QStringLiteral("language"),
        text(QT_TRANSLATE_NOOP("Arguments", "The language of the window: en or pt_BR.")),
        QStringLiteral("L"));
    const QCommandLineOption profile(
        QStringLiteral("profile"),
        text(QT_TRANSLATE_NOOP("Arguments", "Open a saved cluster profile, or the file of one.")),
        QStringLiteral("NAME"));
    const QCommandLineOption newWindow(
        QStringLiteral("new-window"),
        text(QT_TRANSLATE_NOOP(
            "Arguments", "Open a window of its own: a recording or profile goes to a running one else.")));
    for (const QCommandLineOption &option : {practice, nodes, epmd, cookie, profile, language, newWindow})
        parser.addOption(option);
    addRenderOptions(parser);
    parser.addPositionalArgument(
        QStringLiteral("nodes"),
        text(QT_TRANSLATE_NOOP(
            "Arguments",
            "Nodes to connect to, such as app@127.0.0.1; or a recording to show, such as file.nodescope.")),
        QStringLiteral("[NODE...] [RECORDING]"));

    if (!parser.parse(QStringList{QStringLiteral("nodescope")} + arguments))
        return base::Failure{wrongUse(parser.errorText())};
    if (parser.isSet(help))
        return base::Failure{ArgumentsEnd{false, helpOf(parser)}};
    if (parser.isSet(version))
        return base::Failure{ArgumentsEnd{
            false, QStringLiteral("nodescope %1\n").arg(QCoreApplication::applicationVersion())}};

    Arguments result;
    if (parser.isSet(practice))
        result.practiceNodes = 6;
    if (parser.isSet(nodes)) {
        bool ok = false;
        const int count = parser.value(nodes).toInt(&ok);
        if (!ok || count < 2 || count > 50)
            return base::Failure{wrongUse(
                text(QT_TRANSLATE_NOOP("Arguments", "--practice-nodes takes a number from 2 to 50.")))};
        result.practiceNodes = count;
    }
    if (parser.isSet(epmd)) {
        bool ok = false;
        const uint port = parser.value(epmd).toUInt(&ok);
        if (!ok || port == 0 || port > 65535)
            return base::Failure{wrongUse(
                text(QT_TRANSLATE_NOOP("Arguments", "--epmd-port takes a number from 1 to 65535.")))};
        result.epmdPort = quint16(port);
    }
    result.cookieFile = parser.value(cookie);
    result.profile = parser.value(profile);
    result.language = parser.value(language);
    result.newWindow = parser.isSet(newWindow);
    const QStringList names = parser.positionalArguments();
    for (const QString &name : names) {
        const bool isFile = QFileInfo::exists(name) || !name.contains(u'@');
        if (isFile && name.endsWith(u'.' + cluster::recordingSuffix(), Qt::CaseInsensitive)) {
            result.recording = name;
            continue;
        }
        const auto node = base::NodeName::parse(name);
        if (!node)
            return base::Failure{wrongUse(
                text(QT_TRANSLATE_NOOP("Arguments", "%1 is not a node's name: it must be name@host."))
                    .arg(name))};
        result.nodes.append(*node);
    }
    const auto render = readRenderArguments(parser);
    if (!render.ok())
        return base::Failure{wrongUse(render.error())};
    result.render = *render;
    if (result.render && result.nodes.isEmpty() && !result.practiceNodes)
        return base::Failure{wrongUse(
            text(QT_TRANSLATE_NOOP("Arguments", "--render needs a node to connect to, or --practice.")))};
    return result;
}

} // namespace nodescope::app
