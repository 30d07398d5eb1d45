"""What survey tools add to a table: header rows, row marks and metadata columns, declared."""
