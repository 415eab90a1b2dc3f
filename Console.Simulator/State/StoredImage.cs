namespace GovAccountConsole.Simulator.State;

/// <summary>A picture the platform serves. The format is what the bytes say, never what the file name says.</summary>
internal sealed record StoredImage(string Id, string Format, byte[] Bytes)
{
    public string ContentType => Format switch
    {
        "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        _ => "image/bmp",
    };

    /// <summary>The path under which the picture is served, shaped like the platform's own.</summary>
    public string Path => $"/mmbiz_{(Format == "jpeg" ? "jpg" : Format)}/{Id}/0?wx_fmt={Format}";
}
