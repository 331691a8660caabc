// Saves pictures of the window, light and dark, in both languages, empty, typical, failed, small and large:
//
//     nodescope_screenshots DIRECTORY [ONLY-THOSE-WHOSE-NAME-HOLDS]
//
// Run with QT_QPA_PLATFORM=offscreen, or by tests/gui/screenshots.

#include <functional>

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include "DemoAnswers.h"
#include "support/DemoCluster.h"
#include "support/DemoExaminations.h"
#include "support/DemoHandshakes.h"
#include "widgets/common/Labels.h"
#include "widgets/common/WrappingLabel.h"
#include "widgets/connect/KnownHosts.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/handshakes/SequenceChart.h"
#include "widgets/inbox/InboxPage.h"
#include "widgets/mainwindow/MainWindow.h"
#include "widgets/processes/ProcessesPage.h"
#include "widgets/send/SendDialog.h"
#include "widgets/tables/DataTable.h"

using namespace nodescope;
using namespace nodescope::widgets;

namespace {

struct Picture
{
    QString name;
    ThemeManager::Mode mode = ThemeManager::Mode::Light;
    QString language = QStringLiteral("en");
    QSize size{1440, 900};
    cluster::Deltas deltas;
    Selection selection;
    QString action; ///< triggered before the picture is taken; the dialog is taken with it
    int textScale = 100;
    cluster::Deltas after = {}; ///< what comes of the action
    QString then = {};          ///< triggered after that
    cluster::Deltas last = {};
    graph::LayoutKind kind = graph::LayoutKind::Force;
    qreal density = 1; ///< real pixels to a logical one
    /// The last thing before the picture is taken: what somebody would click.
    std::function<void(MainWindow &)> touch = {};
};

void settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

QWidget *openDialog(QWidget *window)
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top != window && top->isVisible() && qobject_cast<QDialog *>(top))
            return top;
    }
    return nullptr;
}

/// Says where words do not fit: labels, buttons and boxes that are narrower than their text.
void tellClipped(const QWidget &shown, const QString &picture)
{
    for (const QWidget *widget : shown.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        // Some wrap, or show a short form of what is too long.
        const bool copes = label && (label->wordWrap() || qobject_cast<const WrappingLabel *>(label) ||
                                     qobject_cast<const ElidedLabel *>(label));
        if (!widget->isVisible() || (!label && !button) || copes)
            continue;
        const QString text = label ? label->text() : button->text();
        if (text.isEmpty() || widget->width() >= widget->sizeHint().width())
            continue;
        QTextStream(stdout) << picture << ": clipped: " << widget->metaObject()->className() << " " << text
                            << ", " << widget->width() << " of " << widget->sizeHint().width() << Qt::endl;
    }
}

bool take(const Picture &picture, const QDir &directory, ThemeManager &themes, LanguageManager &languages)
{
    QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    cluster::ClusterStore store;
    SelectionModel selection;
    themes.setMode(picture.mode);
    themes.setTextScale(picture.textScale);
    languages.choose(picture.language);
    KnownHosts(settings).remember(test::demoRefusingNode().host());
    MainWindow window({store, selection, themes, languages, settings});
    // Questions of the inbox's and the processes' panes are answered, as a session would.
    QObject::connect(
        &window, &MainWindow::intent, &window,
        [&window](const cluster::Intent &asked) {
            if (const cluster::Reports reports = test::demoAnswer(asked); !reports.isEmpty())
                window.takeReports(reports);
        },
        Qt::QueuedConnection);
    window.graph().setReducedMotion(true);
    window.graph().setLayoutKind(picture.kind);
    window.resize(picture.size);
    window.show();
    settle(50);
    store.apply(picture.deltas);
    settle(250);
    QElapsedTimer places;
    places.start();
    while (!window.graph().isSettled() && places.elapsed() < 60'000)
        settle(20);
    selection.select(picture.selection);
    QWidget *shown = &window;
    if (!picture.action.isEmpty()) {
        if (auto *action = window.findChild<QAction *>(picture.action))
            action->trigger();
        settle(150);
        store.apply(picture.after);
        settle(100);
        if (auto *action = picture.then.isEmpty() ? nullptr : window.findChild<QAction *>(picture.then))
            action->trigger();
        store.apply(picture.last);
        if (QWidget *dialog = openDialog(&window))
            shown = dialog;
    }
    if (picture.touch) {
        picture.touch(window);
        settle(250);
    }
    settle(250);
    tellClipped(*shown, picture.name);
    const QString file = directory.filePath(picture.name + QStringLiteral(".png"));
    QImage image(shown->size() * picture.density, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(picture.density);
    shown->render(&image);
    const bool saved = image.save(file);
    QTextStream(stdout) << (saved ? "saved " : "could not save ") << file << Qt::endl;
    if (shown != &window)
        shown->close();
    return saved;
}

cluster::Deltas welcome()
{
    cluster::SessionInfo session;
    session.source = cluster::SessionInfo::Source::Live;
    cluster::Host host;
    host.host = QStringLiteral("localhost");
    host.entries = {{QStringLiteral("shop"), 41873}, {QStringLiteral("console_77"), 40221}};
    host.time = QDateTime::currentDateTimeUtc();
    return {cluster::SessionChanged{session}, cluster::HostChanged{host}};
}

/// The doctor's room in many states. Examinations count from 1.
QList<Picture> doctorPictures()
{
    using Mode = ThemeManager::Mode;
    const QString en = QStringLiteral("en");
    const QString examine = QStringLiteral("doctor.examine");
    const QString again = QStringLiteral("doctor.tryAgain");
    const QString compare = QStringLiteral("doctor.compareSettings");
    const cluster::Deltas demo = test::demoCluster();
    const base::NodeName cache = test::demoRefusingNode();
    const Selection refusing = cache;
    const Selection link = test::demoFailedLink();
    const QSize full(1440, 900);
    const QSize small(1024, 640);
    const auto told = [](const cluster::Examination &examination) {
        return cluster::Deltas{cluster::ExaminationChanged{examination}};
    };
    const auto mismatch = [&](quint64 id) {
        return told(test::demoExamination(id, cluster::Cause::CookieMismatch, cache));
    };
    const cluster::Deltas pair =
        told(test::demoPairExamination(1, base::NodeName::literal(u"billing@db1.example"), cache));
    const cluster::Deltas connects = told(test::demoExamination(2, cluster::Cause::None, cache));
    const cluster::Deltas lint{cluster::LintChanged{test::demoLint()}};
    const cluster::Deltas nothing{cluster::LintChanged{[] {
        cluster::LintReport report = test::demoLint();
        report.findings.clear();
        return report;
    }()}};
    QList<Picture> pictures{
        {QStringLiteral("doctor-empty"), Mode::Light, en, full, {}, {}, QStringLiteral("doctor.open"), 100},
        {QStringLiteral("doctor-running"), Mode::Light, en, full, demo, refusing, examine, 100,
         told(test::demoRunning(1, 5, cache))},
        {QStringLiteral("doctor-cookie-light"), Mode::Light, en, full, demo, refusing, examine, 100,
         mismatch(1)},
        {QStringLiteral("doctor-cookie-dark"), Mode::Dark, en, full, demo, refusing, examine, 100,
         mismatch(1)},
        {QStringLiteral("doctor-uncertain"), Mode::Light, en, full, demo, refusing, examine, 100,
         told(test::demoUncertain(1, cache))},
        {QStringLiteral("doctor-pair-light"), Mode::Light, en, full, demo, link, examine, 100, pair},
        {QStringLiteral("doctor-pair-dark"), Mode::Dark, en, full, demo, link, examine, 100, pair},
        {QStringLiteral("doctor-again"), Mode::Dark, en, full, demo, refusing, examine, 100, mismatch(1),
         again, connects},
        {QStringLiteral("doctor-small"), Mode::Light, en, small, demo, refusing, examine, 100, mismatch(1)},
        {QStringLiteral("doctor-text200"), Mode::Dark, en, full, demo, refusing, examine, 200, mismatch(1)},
        {QStringLiteral("doctor-contrast"), Mode::HighContrast, en, full, demo, refusing, examine, 100,
         mismatch(1)},
        {QStringLiteral("doctor-lint-light"), Mode::Light, en, full, demo, {}, compare, 100, lint},
        {QStringLiteral("doctor-lint-dark"), Mode::Dark, en, small, demo, {}, compare, 100, lint},
        {QStringLiteral("doctor-lint-nothing"), Mode::Light, en, full, demo, {}, compare, 100, nothing}};
    return pictures;
}

/// Figures, traffic, filters and the matrix.
QList<Picture> viewPictures()
{
    using Mode = ThemeManager::Mode;
    const QString en = QStringLiteral("en");
    const QString pt = QStringLiteral("pt_BR");
    const cluster::Deltas told = test::demoCluster() + test::demoFigures();
    const Selection shop = base::NodeName::literal(u"shop@web2.example");
    const Selection link = cluster::LinkKey(base::NodeName::literal(u"orders@db1.example"),
                                            base::NodeName::literal(u"store@db1.example"));
    const QString memory = QStringLiteral("view.figureMemory");
    const QString matrix = QStringLiteral("time.matrix");
    const QString chart = QStringLiteral("time.messages");
    const cluster::Deltas messages = test::demoCluster() + test::demoMessages();
    const Selection paid = ExchangeId{3};
    const Selection lost = ExchangeId{6};
    const QSize full(1440, 900);
    const QSize tall(1440, 1300);
    const QSize small(1024, 640);
    return {
        {QStringLiteral("figures-light"), Mode::Light, en, full, told, shop, memory, 100},
        {QStringLiteral("figures-dark-pt"), Mode::Dark, pt, tall, told, shop, memory, 100},
        {QStringLiteral("figures-text200"), Mode::Light, en, tall, told, shop, memory, 200},
        {QStringLiteral("traffic-light"), Mode::Light, en, tall, told, link, {}, 100},
        {QStringLiteral("traffic-dark"), Mode::Dark, en, full, told, link, {}, 100},
        {QStringLiteral("matrix-light"), Mode::Light, en, tall, told, link, matrix, 100},
        {QStringLiteral("matrix-dark-pt"), Mode::Dark, pt, full, told, shop, matrix, 100},
        {QStringLiteral("matrix-contrast"), Mode::HighContrast, en, full, told, shop, matrix, 100},
        {QStringLiteral("matrix-small"), Mode::Light, en, small, told, {}, matrix, 100},
        {QStringLiteral("matrix-text200"), Mode::Dark, en, tall, told, {}, matrix, 200},
        {QStringLiteral("matrix-500"),
         Mode::Light,
         en,
         QSize(1920, 1200),
         test::largeCluster(10, 50),
         {},
         matrix,
         100},
        {QStringLiteral("messages-light"), Mode::Light, en, tall, messages, paid, chart, 100},
        {QStringLiteral("messages-dark-pt"), Mode::Dark, pt, tall, messages, paid, chart, 100},
        {QStringLiteral("messages-text200"), Mode::Light, en, tall, messages, {}, chart, 200},
        {QStringLiteral("messages-small"), Mode::Dark, en, small, messages, lost, chart, 100},
        {QStringLiteral("messages-contrast"), Mode::HighContrast, en, full, messages, paid, chart, 100},
        {QStringLiteral("messages-choose"),
         Mode::Light,
         en,
         full,
         messages,
         {},
         QStringLiteral("messages.choose"),
         100},
        {QStringLiteral("figures-nodes"), Mode::Light, en, full, told, shop, QStringLiteral("time.nodes"),
         100},
        {QStringLiteral("figures-links-pt"), Mode::Dark, pt, full, told, link, QStringLiteral("time.links"),
         100},
        {QStringLiteral("dialog-filters"),
         Mode::Light,
         en,
         full,
         told,
         {},
         QStringLiteral("help.filters"),
         100},
        {QStringLiteral("dialog-filters-pt"),
         Mode::Dark,
         pt,
         full,
         told,
         {},
         QStringLiteral("help.filters"),
         100},
    };
}

/// Terms, processes and handshakes: each in light, dark and Portuguese, with large text, and in a small
/// window.
QList<Picture> termPictures()
{
    using Mode = ThemeManager::Mode;
    const cluster::Deltas demo = test::demoCluster();
    const Selection shop = base::NodeName::literal(u"shop@web2.example");
    test::DemoHandshake refused;
    refused.refused = true;
    const cluster::Deltas records{cluster::HandshakeChanged{refused.record(1)},
                                  cluster::HandshakeChanged{test::DemoHandshake().record(2)}};
    const cluster::Deltas due =
        records + cluster::Deltas{cluster::HandshakeChanged{test::DemoHandshake().waiting(3)}};
    const auto mails = [](MainWindow &window) {
        window.takeReports(test::demoMails());
        auto *table = window.findChild<InboxPage *>()->table();
        table->selectRow(3);
    };
    const auto ties = [](MainWindow &window) { window.findChild<ProcessesPage *>()->table()->selectRow(6); };
    const auto typed = [](MainWindow &window) {
        auto *dialog = window.findChild<SendDialog *>();
        dialog->setDestination(base::NodeName::literal(u"shop@web2.example"), QStringLiteral("order_server"));
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("term"));
        text->setPlainText(QStringLiteral("{self(), :order, %{id: 17, name: \"Café\"}, [1, 2, 3]}"));
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(17);
        text->setTextCursor(cursor);
    };
    const auto reply = [](MainWindow &window) { window.findChild<SequenceChart *>()->select(3); };
    struct Scene
    {
        const char *name;
        Selection selection;
        const char *action;
        cluster::Deltas after;
        std::function<void(MainWindow &)> touch;
    };
    const QList<Scene> scenes{{"inbox", shop, "term.inbox", {}, mails},
                              {"processes", shop, "node.processes", {}, ties},
                              {"supervision", shop, "node.supervision", {}, {}},
                              {"compose", shop, "term.send", {}, typed},
                              {"handshakes", {}, "doctor.handshakes", records, reply},
                              {"step", {}, "doctor.handshakes", due, {}},
                              {"sequence", {}, "time.messages", test::demoMessages(), {}}};
    QList<Picture> pictures;
    for (const Scene &scene : scenes) {
        const auto add = [&](const char *kind, Mode mode, const char *language, const QSize &size,
                             int scale) {
            Picture picture{QLatin1String(scene.name) + u'-' + QLatin1String(kind),
                            mode,
                            QString::fromLatin1(language),
                            size,
                            demo,
                            scene.selection,
                            QString::fromLatin1(scene.action),
                            scale,
                            scene.after};
            picture.touch = scene.touch;
            pictures.append(picture);
        };
        add("light", Mode::Light, "en", {1440, 900}, 100);
        add("dark-pt", Mode::Dark, "pt_BR", {1440, 900}, 100);
        add("text200", Mode::Light, "en", {1440, 900}, 200);
        add("small", Mode::Dark, "en", {1024, 640}, 100);
    }
    return pictures;
}

/// What the other lists leave out: the rest of the tabs and dialogs, sizes, splits, presenter mode.
QList<Picture> morePictures()
{
    using Mode = ThemeManager::Mode;
    const QString en = QStringLiteral("en");
    const cluster::Deltas demo = test::demoCluster();
    const cluster::Deltas large = test::largeCluster(10, 50);
    const Selection link = test::demoFailedLink();
    const QSize full(1440, 900);
    const QString presenter = QStringLiteral("view.presenter");
    QList<Picture> pictures{
        {QStringLiteral("presenter-light"), Mode::Light, en, full, demo, link, presenter, 100},
        {QStringLiteral("presenter-dark"), Mode::Dark, en, full, demo, {}, presenter, 100},
        {QStringLiteral("large500-light"), Mode::Light, en, full, large, {}, {}, 100},
        {QStringLiteral("large500-dark"), Mode::Dark, en, full, large, {}, {}, 100},
        {QStringLiteral("contrast-light500"), Mode::HighContrast, en, full, large, {}, {}, 100},
        {QStringLiteral("text200-light"), Mode::Light, en, full, demo, link, {}, 200},
        {QStringLiteral("text300-dark"), Mode::Dark, en, QSize(1920, 1200), demo, {}, {}, 300},
        {QStringLiteral("narrow"), Mode::Light, en, QSize(760, 900), demo, link, {}, 100},
        {QStringLiteral("split-light"), Mode::Light, en, full, test::splitCluster(), {}, {}, 100},
        {QStringLiteral("split-dark"), Mode::Dark, en, full, test::splitCluster(), {}, {}, 100},
        {QStringLiteral("links-dark"), Mode::Dark, en, full, demo, link, QStringLiteral("time.links"), 100},
        {QStringLiteral("nodes-light"), Mode::Light, en, full, demo, {}, QStringLiteral("time.nodes"), 100},
        {QStringLiteral("dialog-export"),
         Mode::Light,
         en,
         full,
         demo,
         {},
         QStringLiteral("export.picture"),
         100},
        {QStringLiteral("dialog-export-dark"),
         Mode::Dark,
         en,
         full,
         demo,
         {},
         QStringLiteral("export.picture"),
         100},
        {QStringLiteral("doctor-post"),
         Mode::Light,
         en,
         full,
         demo,
         {},
         QStringLiteral("doctor.listen"),
         100},
        {QStringLiteral("doctor-log"),
         Mode::Dark,
         en,
         full,
         demo,
         {},
         QStringLiteral("doctor.explainLog"),
         100}};
    Picture dense{QStringLiteral("density200"), Mode::Light, en, full, demo, link, {}, 100};
    dense.density = 2;
    pictures.append(dense);
    for (const auto &[name, kind] : {std::pair(QStringLiteral("circle"), graph::LayoutKind::Circle),
                                     std::pair(QStringLiteral("host"), graph::LayoutKind::Host),
                                     std::pair(QStringLiteral("partition"), graph::LayoutKind::Partition)}) {
        Picture one{
            QStringLiteral("layout-") + name, Mode::Light, en, full, test::splitCluster(), {}, {}, 100};
        one.kind = kind;
        pictures.append(one);
    }
    return pictures;
}

QList<Picture> allPictures()
{
    using Mode = ThemeManager::Mode;
    const QString en = QStringLiteral("en");
    const QString pt = QStringLiteral("pt_BR");
    const cluster::Deltas demo = test::demoCluster();
    const Selection link = test::demoFailedLink();
    const Selection refusing = test::demoRefusingNode();
    const Selection shop = base::NodeName::literal(u"shop@web2.example");
    const QSize full(1440, 900);
    const QSize small(800, 600);
    return {
        {QStringLiteral("welcome-light"), Mode::Light, en, full, welcome(), {}, {}, 100},
        {QStringLiteral("welcome-dark-pt"), Mode::Dark, pt, full, welcome(), {}, {}, 100},
        {QStringLiteral("welcome-small"), Mode::Light, en, small, welcome(), {}, {}, 100},
        {QStringLiteral("welcome-empty"), Mode::Light, en, full, {}, {}, {}, 100},
        {QStringLiteral("typical-light"), Mode::Light, en, full, demo, {}, {}, 100},
        {QStringLiteral("typical-dark"), Mode::Dark, en, full, demo, shop, {}, 100},
        {QStringLiteral("failed-light"), Mode::Light, en, full, demo, link, {}, 100},
        {QStringLiteral("failed-dark"), Mode::Dark, en, full, demo, link, {}, 100},
        {QStringLiteral("failed-tall"), Mode::Light, en, QSize(1440, 1500), demo, link, {}, 100},
        {QStringLiteral("refused-tall-pt"), Mode::Dark, pt, QSize(1100, 1500), demo, refusing, {}, 100},
        {QStringLiteral("failed-pt"), Mode::Light, pt, full, demo, link, {}, 100},
        {QStringLiteral("refused-light"), Mode::Light, en, full, demo, refusing, {}, 100},
        {QStringLiteral("node-light"), Mode::Light, en, full, demo, shop, {}, 100},
        {QStringLiteral("node-pt"), Mode::Dark, pt, full, demo, shop, {}, 100},
        {QStringLiteral("contrast"), Mode::HighContrast, en, full, demo, link, {}, 100},
        {QStringLiteral("small-light"), Mode::Light, en, small, demo, link, {}, 100},
        {QStringLiteral("small-pt"), Mode::Dark, pt, small, demo, shop, {}, 100},
        {QStringLiteral("text150"), Mode::Light, en, full, demo, link, {}, 150},
        {QStringLiteral("large"), Mode::Light, en, QSize(1920, 1200), test::largeCluster(6, 30), {}, {}, 100},
        {QStringLiteral("events"), Mode::Light, en, full, demo, {}, QStringLiteral("time.events"), 100},
        {QStringLiteral("links-pt"), Mode::Light, pt, full, demo, link, QStringLiteral("time.links"), 100},
        {QStringLiteral("nodes"), Mode::Dark, en, full, demo, shop, QStringLiteral("time.nodes"), 100},
        {QStringLiteral("dialog-connect"),
         Mode::Light,
         en,
         full,
         welcome(),
         {},
         QStringLiteral("connect.open"),
         100},
        {QStringLiteral("dialog-connect-pt"),
         Mode::Dark,
         pt,
         full,
         welcome(),
         {},
         QStringLiteral("connect.open"),
         100},
        {QStringLiteral("dialog-cookie"), Mode::Light, en, full, demo, refusing,
         QStringLiteral("node.connectWithCookie"), 100},
        {QStringLiteral("dialog-practice"),
         Mode::Light,
         en,
         full,
         welcome(),
         {},
         QStringLiteral("practice.startWith"),
         100},
        {QStringLiteral("dialog-send"), Mode::Light, en, full, demo, shop, QStringLiteral("term.send"), 100},
        {QStringLiteral("dialog-preferences"),
         Mode::Light,
         en,
         full,
         demo,
         {},
         QStringLiteral("application.preferences"),
         100},
        {QStringLiteral("dialog-preferences-pt"),
         Mode::Dark,
         pt,
         full,
         demo,
         {},
         QStringLiteral("application.preferences"),
         100},
        {QStringLiteral("dialog-palette"),
         Mode::Light,
         en,
         full,
         demo,
         {},
         QStringLiteral("application.palette"),
         100},
        {QStringLiteral("dialog-shortcuts"),
         Mode::Light,
         en,
         full,
         demo,
         {},
         QStringLiteral("help.shortcuts"),
         100},
        {QStringLiteral("dialog-about"), Mode::Dark, en, full, demo, {}, QStringLiteral("help.about"), 100},
        {QStringLiteral("dialog-disconnect"), Mode::Light, en, full, demo,
         cluster::LinkKey(base::NodeName::literal(u"orders@db1.example"),
                          base::NodeName::literal(u"shop@web2.example")),
         QStringLiteral("link.disconnect"), 100},
        {QStringLiteral("dialog-disconnect-pt"), Mode::Dark, pt, full, demo,
         cluster::LinkKey(base::NodeName::literal(u"orders@db1.example"),
                          base::NodeName::literal(u"shop@web2.example")),
         QStringLiteral("link.disconnect"), 100},
    };
}

cluster::DiscoverySource source(const cluster::SourceSpec &spec, int found,
                                cluster::SourceProblem problem = cluster::SourceProblem::None,
                                const QString &detail = {})
{
    cluster::DiscoverySource one;
    one.id = cluster::sourceId(spec);
    one.spec = spec;
    one.asked = QDateTime::currentDateTimeUtc();
    one.found = found;
    one.problem = problem;
    one.detail = detail;
    return one;
}

/// The demo cluster, with sources of each kind that answer, fail and disagree.
cluster::Deltas discovering()
{
    using namespace cluster;
    Deltas deltas = test::demoCluster();
    DiscoverySource off = source(GossipGroup(), 0);
    off.on = false;
    const QString app = QStringLiteral("app");
    deltas +=
        {SourceChanged{source(NeighbourViews(), 0)},
         SourceChanged{off},
         SourceChanged{source(EpmdOfHost{QStringLiteral("db1.example"), 4369}, 3)},
         SourceChanged{source(DnsQuery{DnsRecord::A, QStringLiteral("app.internal.example"), app, {}}, 2)},
         SourceChanged{source(DnsQuery{DnsRecord::Srv, QStringLiteral("shop.internal.example"), app, {}}, 0,
                              SourceProblem::DnsNotFound, QStringLiteral("Non existent domain"))},
         SourceChanged{source(HostsFile{QStringLiteral("/srv/me/.hosts.erlang"), 4369}, 0,
                              SourceProblem::FileDefect, QStringLiteral("3: not_a_host"))}};
    Node doubtful;
    doubtful.name = base::NodeName::literal(u"app@10.0.0.7");
    doubtful.since = QDateTime::currentDateTimeUtc();
    doubtful.sightings = {
        {SourceKind::Epmd, QStringLiteral("epmd"), false, {}, doubtful.since},
        {SourceKind::Dns, QStringLiteral("dns"), true, QStringLiteral("A 10.0.0.7"), doubtful.since}};
    Node missed;
    missed.name = base::NodeName::literal(u"audit@db2.example");
    missed.state = NodeState::Expected;
    missed.expected = true;
    missed.since = doubtful.since;
    deltas += {NodeChanged{doubtful}, NodeChanged{missed}};
    return deltas;
}

QList<Picture> discoveryPictures()
{
    using Mode = ThemeManager::Mode;
    const QString en = QStringLiteral("en");
    const QString pt = QStringLiteral("pt_BR");
    const QSize full(1440, 900);
    const QString sources = QStringLiteral("discovery.sources");
    const Selection doubtful = base::NodeName::literal(u"app@10.0.0.7");
    return {
        {QStringLiteral("discovery-light"), Mode::Light, en, full, discovering(), doubtful, sources, 100},
        {QStringLiteral("discovery-pt"), Mode::Dark, pt, full, discovering(), doubtful, sources, 100},
        {QStringLiteral("discovery-text150"), Mode::Light, en, full, discovering(), doubtful, sources, 150},
        {QStringLiteral("discovery-node"), Mode::Dark, en, full, discovering(), doubtful, {}, 100},
        {QStringLiteral("discovery-profiles"),
         Mode::Light,
         en,
         full,
         discovering(),
         {},
         QStringLiteral("discovery.profiles"),
         100}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: nodescope_screenshots DIRECTORY [PART-OF-A-NAME]" << Qt::endl;
        return 2;
    }
    const QDir directory(arguments.at(1));
    if (!directory.mkpath(QStringLiteral(".")))
        return 1;
    ThemeManager themes(application);
    LanguageManager languages(application);
    bool all = true;
    for (const Picture &picture : allPictures() + doctorPictures() + discoveryPictures() + viewPictures() +
                                      termPictures() + morePictures()) {
        if (arguments.size() < 3 || picture.name.contains(arguments.at(2)))
            all = take(picture, directory, themes, languages) && all;
    }
    return all ? 0 : 1;
}
