#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace nodescope::widgets {

/// Where a log is pasted, typed, opened or dropped. Takes plain text only. Long text goes in piece by piece,
/// so that the window does not stall, and no more than MaxCharacters of it.
class LogEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxCharacters = 16 * 1024 * 1024;

    explicit LogEdit(QWidget *parent = nullptr);
    /// Replaces all.
    void load(const QString &text);
    /// Reads a file; a sentence when it cannot.
    [[nodiscard]] QString openFile(const QString &path);
    /// Text is still going in.
    [[nodiscard]] bool isLoading() const { return m_filling.isActive(); }
    /// The last text was longer than what is taken.
    [[nodiscard]] bool isCut() const { return m_cut; }
    /// A line, counted from 1, is brought into view.
    void showLine(qsizetype line);

Q_SIGNALS:
    /// All of it is in, after load() or an edit.
    void settled();
    /// A file was dropped that could not be read.
    void failed(const QString &sentence);

protected:
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void insertPiece();

    QString m_rest;
    qsizetype m_at = 0;
    QTimer m_filling;
    QTimer m_settling;
    bool m_cut = false;
};

} // namespace nodescope::widgets
