#pragma once

#include <QFrame>
#include <QLabel>

class QPushButton;
class QToolButton;

namespace nodescope::widgets {

enum class Glyph;

/// The roles of text that the style sheet knows.
enum class TextRole { Plain, Strong, Title, Secondary, Small, Mono, Error };

/// A label of plain text (never rich: what it shows may come from a node).
[[nodiscard]] QLabel *makeLabel(TextRole role, QWidget *parent = nullptr);
/// The same, over several lines.
[[nodiscard]] QLabel *makeParagraph(TextRole role, QWidget *parent = nullptr);
/// Changes the role of a label that stands already.
void setRole(QLabel *label, TextRole role);
/// A button that looks like a link: text only, in the accent.
[[nodiscard]] QPushButton *makeQuietButton(QWidget *parent = nullptr);
/// A button that is an icon, without a frame until the pointer is over it.
[[nodiscard]] QToolButton *makeTool(QWidget *parent, Glyph glyph, const char *name);
/// A one-pixel line across.
[[nodiscard]] QFrame *makeHairline(QWidget *parent = nullptr);

/// A label of one line that cuts its text where the room ends, and shows all of it as a tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(TextRole role, QWidget *parent = nullptr);
    void setFullText(const QString &text, Qt::TextElideMode mode = Qt::ElideRight);
    /// What it shows instead where the text has no room, the longest first; the last is cut where even that
    /// has none.
    void setShorterTexts(const QStringList &texts);
    /// Shown as a tool tip in place of the text, whether it is cut or not; empty: as before.
    void setTip(const QString &tip);
    [[nodiscard]] const QString &fullText() const { return m_full; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_full;
    QStringList m_shorter;
    QString m_tip;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace nodescope::widgets
