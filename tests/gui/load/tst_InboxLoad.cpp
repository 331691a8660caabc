#include <QApplication>
#include <QDockWidget>
#include <QTemporaryDir>
#include <QtTest>

#include "Stalls.h"
#include "app/NetworkThread.h"
#include "support/Peer.h"
#include "support/PeerEpmd.h"
#include "widgets/inbox/InboxPage.h"
#include "widgets/mainwindow/MainWindow.h"
#include "widgets/tables/DataTable.h"
#include "widgets/terms/TermTextView.h"
#include "widgets/terms/TermView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::test;

namespace {

/// The whole program but its main(), connected to a real node.
struct House
{
    House(const PeerEpmd &epmd, const Peer &peer)
        : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , themes(*qApp)
        , languages(*qApp)
        , window({store, selection, themes, languages, settings, epmd.port()})
    {
        QObject::connect(&deltas, &app::DeltaMailbox::delivered, &store, &ClusterStore::apply);
        QObject::connect(&reports, &app::ReportMailbox::delivered, &window,
                         &widgets::MainWindow::takeReports);
        QObject::connect(&reports, &app::ReportMailbox::delivered, &window, [this](const Reports &told) {
            for (const Report &report : told) {
                if (const auto *changed = std::get_if<MailboxChanged>(&report))
                    mailbox = changed->mailbox;
            }
        });
        session::LiveSettings live;
        live.epmdPort = epmd.port();
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        network = std::make_unique<app::NetworkThread>(clock, deltas, live, cookies);
        network->carryReports(reports);
        window.resize(1280, 800);
        window.show();
        ConnectToNode intent;
        intent.node = peer.name();
        network->perform(intent);
    }
    [[nodiscard]] widgets::InboxPage &inbox() const { return *window.findChild<widgets::InboxPage *>(); }
    void openInbox() const { window.findChild<QAction *>(QStringLiteral("term.inbox"))->trigger(); }

    QTemporaryDir folder;
    QSettings settings;
    base::SystemClock clock;
    ClusterStore store;
    widgets::SelectionModel selection;
    widgets::ThemeManager themes;
    widgets::LanguageManager languages;
    widgets::MainWindow window;
    Mailbox mailbox;
    app::DeltaMailbox deltas;
    app::ReportMailbox reports;
    std::unique_ptr<app::NetworkThread> network;
};

} // namespace

/// A real node floods the inbox while it is seen. Nothing is lost uncounted. How long the window stalls is
/// printed (aim: never over 100 ms), not judged: machines are shared.
class tst_InboxLoad : public QObject
{
    Q_OBJECT

    PeerEpmd m_epmd;

    void report(const char *what, const Stalls &stalls) const
    {
        qInfo("%s: longest stall %.0f ms, %d over 100 ms", what, stalls.longest(), stalls.over());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = Peer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_epmd.start());
    }
    void aFloodALargeReplyAndALongList()
    {
        Peer::Options options;
        options.name = base::NodeName::literal(u"flood@127.0.0.1");
        options.epmdPort = m_epmd.port();
        Peer peer(options);
        QVERIFY(peer.start());
        House house(m_epmd, peer);
        QVERIFY(QTest::qWaitForWindowExposed(&house.window));
        QTRY_COMPARE_WITH_TIMEOUT(house.mailbox.addresses.size(), 1, 60'000);
        house.openInbox();
        QTRY_VERIFY_WITH_TIMEOUT(house.inbox().isVisible(), 30'000);
        QTest::qWait(500);
        const QString us = house.mailbox.addresses.constFirst().us.text();
        auto &model = house.inbox().model();
        Stalls stalls;

        // A minute's worth, as fast as the node can.
        stalls.begin();
        (void)peer.evaluate(
            QStringLiteral("[{inbox, '%1'} ! {event, I, <<\"some text that is carried\">>, #{at => I}} || I "
                           "<- lists:seq(1, 100000)], ok.")
                .arg(us),
            120'000);
        QTRY_COMPARE_WITH_TIMEOUT(model.received(), quint64(100'000), 180'000);
        QTest::qWait(200);
        stalls.end();
        report("100,000 messages at once", stalls);
        QCOMPARE(model.dropped() + quint64(model.rowCount()), quint64(100'000));
        QVERIFY(model.heldBytes() <= model.maxBytes());

        // At the pace of 100,000 a minute, for ten seconds.
        const quint64 before = model.received();
        stalls.begin();
        (void)peer.evaluate(
            QStringLiteral("spawn(fun() -> [begin [{inbox, '%1'} ! {paced, I, J} || J <- lists:seq(1, 100)], "
                           "receive after 60 -> ok end end || I <- lists:seq(1, 167)] end), ok.")
                .arg(us));
        QTRY_COMPARE_WITH_TIMEOUT(model.received(), before + 16'700, 180'000);
        QTest::qWait(200);
        stalls.end();
        report("100,000 messages a minute, for ten seconds", stalls);

        // What is large is opened as well.
        const auto open = [&](const char *what, const QString &term) {
            const quint64 count = model.received();
            stalls.begin();
            (void)peer.evaluate(QStringLiteral("{inbox, '%1'} ! %2, ok.").arg(us, term), 120'000);
            QTRY_COMPARE_WITH_TIMEOUT(model.received(), count + 1, 180'000);
            QVERIFY(house.inbox().select(model.mailAt(model.rowCount() - 1).id));
            auto *view = house.inbox().view();
            QTRY_VERIFY_WITH_TIMEOUT(!view->document().isOpening() && view->document().term().isValid() &&
                                         !view->text()->toPlainText().isEmpty(),
                                     180'000);
            QTest::qWait(500);
            view->document().selectByte(view->document().bytes().size() - 10);
            view->showForm(widgets::TermView::Bytes);
            QTest::qWait(300);
            view->showForm(widgets::TermView::Erlang);
            QTest::qWait(300);
            stalls.end();
            report(what, stalls);
        };
        open("a reply of 62 MiB", QStringLiteral("{reply, binary:copy(<<\"abc\">>, 62*1024*1024 div 3)}"));
        open("a list of a million elements", QStringLiteral("lists:seq(1, 1000000)"));
        open("a map of 200,000 pairs",
             QStringLiteral("maps:from_list([{I, {I, [I]}} || I <- lists:seq(1, 200000)])"));
        QVERIFY(model.heldBytes() <= model.maxBytes());
    }
};

QTEST_MAIN(tst_InboxLoad)
#include "tst_InboxLoad.moc"
