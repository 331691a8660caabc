#pragma once

#include <QLineEdit>

#include "models/NodeFilter.h"

namespace nodescope::widgets {

/// The Find field: says at once what is wrong with what is typed, and completes its keys.
class FindField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void filterChanged(const nodescope::models::NodeFilter &filter);
    /// Enter (1) or Shift+Enter (-1): the next or previous node that is found.
    void nextRequested(int step);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void parse();
    [[nodiscard]] static QString sentenceFor(const models::NodeFilter::Error &error);
};

} // namespace nodescope::widgets
