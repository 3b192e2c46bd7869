using System.Text;
using System.Text.Json;

namespace Graph.Core;

/// <summary>A line of a bulk file as read: a header, a thing, an end, or a fault.</summary>
/// <param name="Ontology">Of the header.</param>
/// <param name="Version">Of the header; 0 on other lines.</param>
/// <param name="End">Lines that the last line says stand above it; null on other lines.</param>
internal sealed record BulkLine(int Number, BulkThing? Thing, string? Fault, string? Ontology = null, int Version = 0, long? End = null);

/// <summary>Reads bulk files line by line. Says only whether a line is of the form; <see cref="BulkCheck"/> says whether it is
/// true.</summary>
internal static class BulkReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static BulkLine Read(RawLine line)
    {
        if (line.Fault is not null)
            return new BulkLine(line.Number, null, line.Fault);
        try
        {
            using var json = JsonDocument.Parse(line.Bytes, Strict);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(BulkFormat.HeaderMember, out var version))
                return new BulkLine(line.Number, null, null, root.GetProperty("ontology").GetString(), version.GetInt32());
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(BulkFormat.EndMember, out var end))
                return new BulkLine(line.Number, null, null, End: end.GetInt64());
            return Composed(line, new BulkLine(line.Number, BulkFormat.Read(root), null));
        }
        catch (Exception fault) when (BulkFormat.IsFault(fault))
        {
            return new BulkLine(line.Number, null, Words(fault));
        }
    }

    // Offsets count units of composed text (NFC). Escapes may hide some: only then the text is made anew.
    private static BulkLine Composed(RawLine line, BulkLine read)
    {
        if (Ascii.IsValid(line.Bytes.Span) && line.Bytes.Span.IndexOf((byte)'\\') < 0)
            return read;
        return BulkFormat.Line(read.Thing!).IsNormalized(NormalizationForm.FormC) ? read
            : read with { Thing = null, Fault = "a text is not composed (Unicode NFC)" };
    }

    private static string Words(Exception fault) => fault switch
    {
        JsonException { LineNumber: not null } json => $"the line is no JSON (byte {json.BytePositionInLine})",
        JsonException json => json.Message.TrimEnd('.'),
        KeyNotFoundException => "a member is missing or has a value that is not allowed",
        InvalidOperationException or NullReferenceException => "a member has a value of the wrong type",
        ArgumentException argument => argument.Message.Split(" (Parameter", 2)[0].TrimEnd('.'),
        _ => fault.Message.TrimEnd('.'),
    };
}
