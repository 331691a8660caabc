#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

class QIODevice;

namespace nodescope::cli {

/// Where a command reads and writes: results on the output, all else on the error output.
///
/// Everything is written at once, nothing is kept back. When writing to the output fails, it says so by false
/// and stays silent from then on. That the reader has gone (a broken pipe) is no failure: `head` does that.
/// Anything else, such as a full disk, is one, and is reported.
class Console
{
public:
    /// The devices are open and outlive the console.
    Console(QIODevice &input, QIODevice &output, QIODevice &errors);

    /// Whether errors and notices are JSON, one object a line.
    void setJson(bool json) { m_json = json; }
    [[nodiscard]] bool isJson() const { return m_json; }
    /// Whether a person can be asked something; false unless somebody says so.
    void setInteractive(bool interactive) { m_interactive = interactive; }
    [[nodiscard]] bool isInteractive() const { return m_interactive; }

    /// The input, for those who read it in pieces.
    [[nodiscard]] QIODevice &input() { return m_input; }
    /// All of the input, up to its end. Blocks.
    [[nodiscard]] QByteArray readAll();
    /// Writes bytes as they are.
    bool write(const QByteArray &bytes);
    /// Writes a line of text.
    bool print(const QString &line);
    /// Writes one compact line.
    bool print(const QJsonObject &object);
    /// Whether output was lost that somebody still wanted.
    [[nodiscard]] bool hasLostOutput() const { return m_lostOutput; }
    /// The output's descriptor, for those who want to know when its reader goes; -1 if it has none.
    [[nodiscard]] int outputDescriptor() const;

    /// What went wrong: text for people, or `{"error":{"id":…,"text":…,…}}`. `facts` are added to the latter.
    void error(const QString &id, const QString &text, const QJsonObject &facts = {});
    /// More lines below an error, for people only.
    void explain(const QString &text);
    /// Something worth knowing that is no error: text, or `{"notice":{"id":…,"text":…}}`.
    void notice(const QString &id, const QString &text);

private:
    void report(const QString &kind, const QString &id, const QString &text, QJsonObject facts);

    QIODevice &m_input;
    QIODevice &m_output;
    QIODevice &m_errors;
    bool m_json = false;
    bool m_interactive = false;
    bool m_broken = false;
    bool m_lostOutput = false;
};

} // namespace nodescope::cli
