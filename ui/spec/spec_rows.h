// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spec/spec_editor.h"

#include <QPlainTextDocumentLayout>
#include <QTextBlock>

// The strip at the left of the lines.
class LineNumbers : public QWidget
{
    Q_OBJECT
public:
    explicit LineNumbers(SpecEditor &editor)
        : QWidget(&editor)
        , m_editor(editor)
    {
        setObjectName(QStringLiteral("specLineNumbers"));
    }

protected:
    void paintEvent(QPaintEvent *) override { m_editor.paintNumbers(*this); }

private:
    SpecEditor &m_editor;
};

// Lines of SpecEditor::rowHeight; the letters stand at their top.
class SpecRows : public QPlainTextDocumentLayout
{
    Q_OBJECT
public:
    using QPlainTextDocumentLayout::QPlainTextDocumentLayout;

    QRectF blockBoundingRect(const QTextBlock &block) const override
    {
        QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
        if (block.isVisible())
            rect.setHeight(std::max<qreal>(rect.height(), SpecEditor::rowHeight));
        return rect;
    }
};
