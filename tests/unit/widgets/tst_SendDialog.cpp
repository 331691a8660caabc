#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/send/SendDialog.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

class tst_SendDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersNodesThatAreUp()
    {
        ClusterStore store;
        SendDialog dialog(store);
        auto *nodes = dialog.findChild<QComboBox *>(QStringLiteral("node"));
        QCOMPARE(nodes->count(), 0);
        store.apply(test::demoCluster());
        QCOMPARE(nodes->count(), 6);
    }
    void sendsWhatIsTyped()
    {
        ClusterStore store;
        store.apply(test::demoCluster());
        SendDialog dialog(store);
        dialog.setNode(base::NodeName::literal(u"shop@web2.example"));
        QList<Intent> intents;
        connect(&dialog, &SendDialog::intent, this, [&](const Intent &intent) { intents.append(intent); });
        auto *go = dialog.findChild<QPushButton *>(QStringLiteral("go"));
        auto *text = dialog.findChild<QPlainTextEdit *>(QStringLiteral("term"));
        text->setPlainText(QStringLiteral("{:hello, 42}"));
        QVERIFY(!go->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("process"))->setText(QStringLiteral("echo"));
        QVERIFY(go->isEnabled());
        go->click();
        QCOMPARE(intents.size(), 1);
        const auto &send = std::get<SendTerm>(intents.first());
        QCOMPARE(send.node.text(), QStringLiteral("shop@web2.example"));
        QCOMPARE(send.process, QStringLiteral("echo"));
        QCOMPARE(send.externalTerm,
                 QByteArray::fromHex("8368027705") + "hello" + QByteArray::fromHex("612a"));
    }
    void tellsErrorsWithTheirPlace()
    {
        ClusterStore store;
        store.apply(test::demoCluster());
        SendDialog dialog(store);
        auto *error = dialog.findChild<QLabel *>(QStringLiteral("error"));
        auto *text = dialog.findChild<QPlainTextEdit *>(QStringLiteral("term"));
        QVERIFY(error->isHidden());
        text->setPlainText(QStringLiteral("{:a,\n ]"));
        QVERIFY(!error->isHidden());
        QVERIFY(error->text().contains(u'2'));
        QCOMPARE(text->extraSelections().size(), 1);
        text->setPlainText(QStringLiteral("{:a, 1}"));
        QVERIFY(error->isHidden());
        QVERIFY(text->extraSelections().isEmpty());
    }
};

QTEST_MAIN(tst_SendDialog)
#include "tst_SendDialog.moc"
