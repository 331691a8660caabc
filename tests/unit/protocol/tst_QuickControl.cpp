#include <QTest>

#include "protocol/link/ControlWriter.h"
#include "protocol/link/QuickControl.h"
#include "term/Decoder.h"

using namespace nodescope;
using namespace nodescope::protocol;

/// What is written without a term is what would be written with one.
class tst_QuickControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreThoseOfTheTerm()
    {
        const QList<ControlMessage> messages{control::RegSend{m_from, QStringLiteral("rex"), {}},
                                             control::RegSend{m_from, QString(255, u'x'), {}},
                                             control::RegSend{m_from, QString(), {}},
                                             control::Send{m_from, m_to, {}},
                                             control::AliasSend{m_from, m_reference, {}},
                                             spawnRequest()};
        const Flags flags = Flag::SendSender | Flag::Alias | Flag::Spawn;
        for (const ControlMessage &message : messages) {
            for (const bool versionByte : {false, true}) {
                const term::EncodeOptions options{versionByte, 0};
                QByteArray quick("before");
                QVERIFY(writeQuickly(message, flags, options, quick));
                QByteArray careful("before");
                term::encodeTo(careful, writeControl(message, flags, true)->tuple, options);
                QCOMPARE(quick, careful);
            }
        }
    }

    void cachedAtomsAreReferredTo()
    {
        class Known final : public term::AtomReferences
        {
        public:
            int referTo(QByteArrayView utf8) override { return utf8 == "rex" ? 7 : -1; }
        } known;
        const term::EncodeOptions options{false, 0, &known};
        const control::RegSend message{m_from, QStringLiteral("rex"), {}};
        QByteArray quick;
        QVERIFY(writeQuickly(message, {}, options, quick));
        QByteArray careful;
        term::encodeTo(careful, writeControl(message, {}, true)->tuple, options);
        QCOMPARE(quick, careful);
        QVERIFY(quick.endsWith("R\7"));
    }

    void othersAreLeftToTheCarefulWay()
    {
        const term::Term token = term::Term::integer(1);
        const QList<ControlMessage> messages{control::RegSend{m_from, QStringLiteral("gr\u00fc\u00df"), {}},
                                             control::RegSend{m_from, QStringLiteral("rex"), token},
                                             control::Send{std::nullopt, m_to, {}},
                                             control::Send{m_from, m_to, token}, control::Link{m_from, m_to}};
        for (const ControlMessage &message : messages) {
            QByteArray out("before");
            QVERIFY(!writeQuickly(message, Flag::SendSender, {}, out));
            QCOMPARE(out, QByteArray("before"));
        }
        QByteArray out;
        QVERIFY(!writeQuickly(control::Send{m_from, m_to, {}}, {}, {}, out)); // not agreed
    }

    void readsWhatIsWritten()
    {
        const QList<ControlMessage> messages{
            control::RegSend{m_from, QStringLiteral("rex"), {}},
            control::Send{m_from, m_to, {}},
            control::AliasSend{m_from, m_reference, {}},
            control::SpawnReply{m_reference, m_to, control::SpawnReply::Monitored, m_from, {}},
            control::SpawnReply{m_reference, m_to, 0, QStringLiteral("notsup"), {}},
            control::MonitorExit{m_from, m_to, m_reference, term::Term::nil()},
            control::MonitorExit{QStringLiteral("rex"), m_to, m_reference, term::Term::nil()}};
        RecentAtoms recent;
        for (const ControlMessage &message : messages) {
            for (const bool versionByte : {false, true}) {
                const QByteArray bytes = carefully(message, versionByte);
                const auto read = readQuickly(QByteArray(bytes + "behind"), versionByte, {}, recent);
                QVERIFY(read);
                QCOMPARE(read->size, bytes.size());
                QCOMPARE(read->message.index(), message.index());
                QCOMPARE(carefully(read->message, versionByte), bytes);
                const auto slow = decodeControl(term::decode(bytes, 0, {versionByte}).value().term);
                QCOMPARE(read->operation, slow->operation);
            }
        }
    }

    void whatIsCutOrChangedIsNeverReadDifferently()
    {
        const QByteArray good = carefully(control::AliasSend{m_from, m_reference, {}}, false);
        RecentAtoms recent;
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(!readQuickly(good.first(size), false, {}, recent));
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (int value = 0; value < 256; ++value) {
                QByteArray bytes = good;
                bytes[at] = char(value);
                const auto read = readQuickly(bytes, false, {}, recent);
                if (!read)
                    continue;
                const auto decoded = term::decode(bytes, 0, {false});
                QVERIFY(decoded.ok());
                const auto slow = decodeControl(decoded->term);
                QVERIFY(slow.ok());
                QCOMPARE(read->size, decoded->consumed);
                QCOMPARE(read->operation, slow->operation);
                QCOMPARE(carefully(read->message, false), carefully(slow->message, false));
            }
        }
    }

    void atomsOfTheHeaderAreRead()
    {
        QByteArray bytes = carefully(control::Send{m_from, m_to, {}}, false);
        const QByteArray spelled = QByteArray("\x77\x0f") + "alice@127.0.0.1";
        bytes.replace(spelled, "R\1");
        RecentAtoms recent;
        const auto read = readQuickly(bytes, false, {"other", "alice@127.0.0.1"}, recent);
        QVERIFY(read);
        QCOMPARE(std::get<control::Send>(read->message).to, m_to);
        QVERIFY(!readQuickly(bytes, false, {"other"}, recent));
    }

private:
    [[nodiscard]] static QByteArray carefully(const ControlMessage &message, bool versionByte)
    {
        const Flags flags = Flag::SendSender | Flag::Alias | Flag::Spawn | Flag::ExitPayload;
        const bool exit = std::holds_alternative<control::MonitorExit>(message);
        const bool reply = std::holds_alternative<control::SpawnReply>(message);
        if (exit) { // the reason is in the payload
            auto with = std::get<control::MonitorExit>(message);
            with.reason = term::Term::nil();
            return term::encode(writeControl(with, flags, false)->tuple, {versionByte});
        }
        return term::encode(writeControl(message, flags, !reply)->tuple, {versionByte});
    }
    [[nodiscard]] control::SpawnRequest spawnRequest() const
    {
        return {m_reference,
                m_from,
                m_to,
                QStringLiteral("erpc"),
                QStringLiteral("execute_call"),
                4,
                term::Term::list({term::Term::atom(u"monitor")}),
                {}};
    }

    const term::Reference m_reference{QStringLiteral("nodescope@127.0.0.1"), 0x12345678, {1, 2, 3}};
    const term::Pid m_from{QStringLiteral("nodescope@127.0.0.1"), 12, 3, 0x12345678};
    const term::Pid m_to{QStringLiteral("alice@127.0.0.1"), 90, 0, 4};
};

QTEST_GUILESS_MAIN(tst_QuickControl)
#include "tst_QuickControl.moc"
