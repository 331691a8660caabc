#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

namespace nodescope::test {

/// A real node that decodes batches of terms for us (oracle.erl): this machine's, or that of
/// NODESCOPE_PEER_ROOT.
class Oracle
{
public:
    struct Question
    {
        QByteArray bytes;
        qsizetype used = 0; ///< how many of them we took
        QByteArray ours;    ///< our re-encoding, empty if we refuse
    };
    struct Answer
    {
        bool accepted = false;
        bool sameSize = false;  ///< took as many bytes
        bool sameValue = false; ///< our re-encoding is the very term, by `=:=`
        bool sameBytes = false; ///< and byte for byte what the node writes
        QByteArray theirs;      ///< what the node writes, if that differs
    };

    Oracle();
    ~Oracle();
    Q_DISABLE_COPY_MOVE(Oracle)

    /// Starts the node. False, and whyDead() says why, if that fails.
    [[nodiscard]] bool start();
    void ask(const std::vector<Question> &batch);
    /// The answers to the oldest batch asked; nothing if the node died.
    [[nodiscard]] std::optional<std::vector<Answer>> answers(std::size_t count);
    /// Whether it has ended, and is not just slow.
    [[nodiscard]] bool isDead() const { return m_process && m_process->state() == QProcess::NotRunning; }
    [[nodiscard]] QString whyDead() const;

private:
    [[nodiscard]] bool waitFor(qsizetype bytes);

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_buffer;
    quint32 m_atoms = 0;
};

} // namespace nodescope::test
