#pragma once

#include <QAbstractButton>

#include "widgets/style/Icons.h"

namespace nodescope::widgets {

/// A large button of the welcome page: a sign, what it does, and one sentence about it.
class WelcomeCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit WelcomeCard(Glyph glyph, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &sentence);
    /// The one that is suggested first is in the accent.
    void setPrimary(bool primary);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect textRect(int width) const;

    Glyph m_glyph;
    QString m_sentence;
    bool m_primary = false;
};

} // namespace nodescope::widgets
