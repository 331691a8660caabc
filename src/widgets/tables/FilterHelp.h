#pragma once

#include <QDialog>

namespace nodescope::widgets {

/// The filter language on one page: how words are written, and every key with what it asks for.
class FilterHelp : public QDialog
{
    Q_OBJECT

public:
    explicit FilterHelp(QWidget *parent = nullptr);
};

/// What a key of the language asks for, in words; empty when there is no such key.
[[nodiscard]] QString meaningOfKey(const QString &key);

} // namespace nodescope::widgets
