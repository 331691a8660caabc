#pragma once

#include <QFrame>

#include "cluster/Diagnosis.h"

namespace nodescope::widgets {

/// The bytes that decided: a line each, with direction, hexadecimal digits and the message's name.
class ExcerptView : public QFrame
{
    Q_OBJECT

public:
    explicit ExcerptView(QWidget *parent = nullptr);
    void setExcerpts(const QList<cluster::WireExcerpt> &excerpts);
    /// One line as it is shown and copied: `→ 72 5f1c09aa… send_name`.
    [[nodiscard]] static QString lineFor(const cluster::WireExcerpt &excerpt, qsizetype maxBytes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    QList<cluster::WireExcerpt> m_excerpts;
};

} // namespace nodescope::widgets
