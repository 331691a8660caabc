#include "differential/Oracle.h"

#include <QFile>
#include <QtEndian>

#include "support/Peer.h"

namespace nodescope::test {

namespace {

constexpr int LengthBytes = 4;
constexpr int AnswerTimeout = 120'000;
// A node keeps every atom that it ever saw. It is started anew well before its table is full.
constexpr quint32 MostAtoms = 3'000'000;

void append(QByteArray &out, qsizetype value)
{
    char raw[LengthBytes];
    qToBigEndian(quint32(value), raw);
    out.append(raw, LengthBytes);
}

} // namespace

Oracle::Oracle() = default;

Oracle::~Oracle()
{
    if (!m_process)
        return;
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(2000)) {
        m_process->kill();
        m_process->waitForFinished(2000);
    }
}

bool Oracle::start()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_buffer.clear();
    m_atoms = 0;
    const QString module = m_folder.filePath(QStringLiteral("oracle.erl"));
    if (!QFile::exists(module) &&
        !QFile::copy(qEnvironmentVariable("NODESCOPE_SOURCE_DIR") + u"/tests/differential/oracle.erl",
                     module))
        return false;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("ERL_CRASH_DUMP"), QStringLiteral("/dev/null"));
    const PeerCommand erl = peerCommand(QStringLiteral("erl"));
    const QString code = QStringLiteral("{ok, M, B} = compile:file(\"%1\", [binary]), "
                                        "{module, M} = code:load_binary(M, \"oracle\", B), M:main().");
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(erl.program,
                     erl.arguments + QStringList{QStringLiteral("-noinput"), QStringLiteral("-boot"),
                                                 QStringLiteral("start_clean"), QStringLiteral("+t"),
                                                 QStringLiteral("4000000"), QStringLiteral("+S"),
                                                 QStringLiteral("1"), QStringLiteral("-eval"),
                                                 code.arg(module)});
    return m_process->waitForStarted();
}

void Oracle::ask(const std::vector<Question> &batch)
{
    if (m_atoms > MostAtoms && !start())
        return;
    QByteArray packet(LengthBytes, '\0');
    for (const Question &question : batch) {
        append(packet, question.bytes.size());
        packet.append(question.bytes);
        append(packet, question.used);
        append(packet, question.ours.size());
        packet.append(question.ours);
    }
    qToBigEndian(quint32(packet.size() - LengthBytes), packet.data());
    m_process->write(packet);
}

bool Oracle::waitFor(qsizetype bytes)
{
    while (m_buffer.size() < bytes) {
        if (m_process->bytesAvailable() == 0 && !m_process->waitForReadyRead(AnswerTimeout))
            return false;
        m_buffer += m_process->readAllStandardOutput();
    }
    return true;
}

std::optional<std::vector<Oracle::Answer>> Oracle::answers(std::size_t count)
{
    if (!waitFor(LengthBytes))
        return std::nullopt;
    const qsizetype size = qFromBigEndian<quint32>(m_buffer.constData());
    if (!waitFor(LengthBytes + size))
        return std::nullopt;
    const QByteArray packet = m_buffer.mid(LengthBytes, size);
    m_buffer.remove(0, LengthBytes + size);
    m_atoms = qFromBigEndian<quint32>(packet.constData());
    std::vector<Answer> all;
    qsizetype at = LengthBytes;
    while (at < packet.size()) {
        const auto flags = quint8(packet[at++]);
        Answer answer{(flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0, {}};
        if (flags & 16) {
            const qsizetype length = qFromBigEndian<quint32>(packet.constData() + at);
            answer.theirs = packet.mid(at + LengthBytes, length);
            at += LengthBytes + length;
        }
        all.push_back(std::move(answer));
    }
    return all.size() == count ? std::optional(std::move(all)) : std::nullopt;
}

QString Oracle::whyDead() const
{
    if (!m_process)
        return QStringLiteral("it was not started");
    if (m_process->state() != QProcess::NotRunning)
        return QStringLiteral("no answer in time, or not to what was asked");
    return m_process->exitStatus() == QProcess::CrashExit
               ? QStringLiteral("it crashed")
               : QStringLiteral("it ended with status %1").arg(m_process->exitCode());
}

} // namespace nodescope::test
